import { statusCells } from "@/components/display/status-words";
import type { Column, Row } from "@/components/ui/data-column";
import type { listInvoices } from "@/lib/invoicing/queries";

type ListedInvoice = Awaited<ReturnType<typeof listInvoices>>["rows"][number];

export const invoiceColumns: Column[] = [
  { key: "number", label: "Invoice", kind: "link", hrefKey: "href", subKey: "project" },
  { key: "client", label: "Client", kind: "text" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "issuedOn", label: "Date", kind: "date", sortKey: "issued" },
  { key: "dueOn", label: "Due", kind: "date", sortKey: "due" },
  { key: "total", label: "Total", kind: "money", sortKey: "total", phone: "line" },
  { key: "balance", label: "Open", kind: "money", phone: "figure" },
];

export function invoiceRow(home: string, invoice: ListedInvoice): Row {
  return {
    id: invoice.id,
    number: invoice.number ?? "Draft",
    href: `${home}/invoices/${invoice.id}`,
    project: [invoice.kind === "deposit" ? "Deposit" : "", invoice.projectName ?? ""].filter(Boolean).join(" · "),
    client: invoice.clientName,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    total: invoice.totalCents,
    balance: invoice.balanceCents,
    ...statusCells("status", "invoice", invoice.standing),
  };
}
