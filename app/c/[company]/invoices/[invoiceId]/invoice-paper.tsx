import { Day } from "@/components/display/day";
import type { getInvoice } from "@/lib/invoicing/queries";
import { putOnInvoice } from "@/lib/payments/put-on-invoice";
import { DocumentPaper, PaperTotal } from "../document-paper";
import type { InvoiceMoney } from "./invoice-money";
import { projectOf } from "./invoice-project";

type Applied = InvoiceMoney["applied"][number];
type InvoiceRecord = Awaited<ReturnType<typeof getInvoice>>;

/**
 * The invoice as the client reads it: once issued, with the parties as they were then. `applied` is null for whom payments
 * are not: then they see the sum.
 */
export function InvoicePaper({ record, applied }: { record: InvoiceRecord; applied: Applied[] | null }) {
  const { invoice, client, company, lines } = record;
  const project = projectOf(record);
  return (
    <DocumentPaper
      from={invoice.issuedByParty ?? company}
      to={invoice.billedToParty ?? client}
      toLabel="Bill to"
      facts={[
        {
          term: invoice.kind === "deposit" ? "Deposit invoice" : "Invoice",
          value: <span className="font-semibold">{invoice.number ?? "Draft"}</span>,
        },
        { term: "Date", value: <Day value={invoice.issuedOn} /> },
        { term: "Due", value: <Day value={invoice.dueOn} /> },
        ...(project ? [{ term: "Project", value: <bdi>{project.label}</bdi> }] : []),
        ...(invoice.reference ? [{ term: "Your reference", value: invoice.reference }] : []),
      ]}
      document={invoice}
      lines={lines}
      isUntaxed={invoice.kind === "deposit"}
      due={<PaperDue record={record} applied={applied} />}
    />
  );
}

/** What was put on it, and what is due still: never less than nothing. */
function PaperDue({ record, applied }: { record: InvoiceRecord; applied: Applied[] | null }) {
  const { invoice, paidCents, balanceCents } = record;
  if (invoice.status !== "issued" || paidCents === 0) return null;
  const parts = applied ? partsOf(applied) : [{ term: "Paid and credited", cents: paidCents }];
  return (
    <dl className="ml-auto w-full max-w-xs space-y-1.5 pt-2 tabular-nums">
      {parts.map(({ term, cents }) => (
        <PaperTotal key={term} term={term} cents={0 - cents} />
      ))}
      <PaperTotal
        term="Amount due"
        cents={balanceCents}
        currency
        className="border-t border-border-strong pt-2 text-lg font-semibold"
      />
    </dl>
  );
}

function partsOf(applied: Applied[]) {
  const { paidCents, creditsCents, deposits, writtenOffCents } = putOnInvoice(applied);
  return [
    ...deposits.map(({ number, amountCents }) => ({ term: `Deposit ${number} applied`, cents: amountCents })),
    { term: "Paid", cents: paidCents },
    { term: "Credits", cents: creditsCents },
    { term: "Adjustment", cents: writtenOffCents },
  ].filter(({ cents }) => cents !== 0);
}
