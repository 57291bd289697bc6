import type { TemplateKind } from "@/lib/invoicing/document-template";

export const kindOptions: { value: TemplateKind; label: string }[] = [
  { value: "invoice", label: "Invoices" },
  { value: "estimate", label: "Estimates" },
  { value: "proposal", label: "Proposals" },
];
