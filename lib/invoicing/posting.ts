import type { PlainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Posting } from "@/lib/ledger/posting";
import type { InvoiceKind } from "./invoice";

type Issued = {
  id: InvoiceId;
  kind: InvoiceKind;
  number: string;
  clientId: ClientId;
  projectId: ProjectId | null;
  issuedOn: PlainDate;
  subtotalCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
};

/**
 * Issued: the client owes the total; the firm earned the subtotal and holds the tax for the state. What a deposit invoice
 * asks for is not earned: the firm holds it for the client.
 */
export function invoicePosting(invoice: Issued): Posting {
  const { clientId, projectId } = invoice;
  const party = { clientId, projectId };
  return {
    entryOn: invoice.issuedOn,
    memo: `Invoice ${invoice.number}`,
    sourceType: "invoice",
    sourceId: invoice.id,
    lines: [
      { account: { role: "receivable" }, amountCents: invoice.totalCents, invoiceId: invoice.id, ...party },
      invoice.kind === "deposit"
        ? {
            account: { role: "customer_deposit" },
            amountCents: cents(0 - invoice.subtotalCents),
            invoiceId: invoice.id,
            ...party,
          }
        : { account: { role: "revenue" }, amountCents: cents(0 - invoice.subtotalCents), ...party },
      { account: { role: "sales_tax" }, amountCents: cents(0 - invoice.taxCents), ...party },
    ],
  };
}
