import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import type { getInvoice } from "@/lib/invoicing/queries";
import { formatPercent, formatQuantity } from "@/lib/kernel/decimal-text";
import { projectOf } from "./invoice-project";

type InvoiceRecord = Awaited<ReturnType<typeof getInvoice>>;

/** The invoice as the client reads it. */
export function InvoicePaper({ companyName, record }: { companyName: string; record: InvoiceRecord }) {
  const { invoice, client } = record;
  const project = projectOf(record);
  return (
    <Card className="shadow-2 print:shadow-none">
      <div className="space-y-8 sm:p-4">
        <div className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_minmax(0,19rem)]">
          <div>
            <p className="text-xl font-semibold tracking-tight">{companyName}</p>
            <p className="mt-4 text-sm text-text-muted">Bill to</p>
            <p className="font-medium">{client.name}</p>
            {client.contactName ? <p>{client.contactName}</p> : null}
            <p className="whitespace-pre-line text-text-muted">{client.address}</p>
          </div>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-6 gap-y-1 tabular-nums sm:text-right">
            <PaperFact term="Invoice" value={<span className="font-semibold">{invoice.number ?? "Draft"}</span>} />
            <PaperFact term="Date" value={<Day value={invoice.issuedOn} />} />
            <PaperFact term="Due" value={<Day value={invoice.dueOn} />} />
            {project ? <PaperFact term="Project" value={<bdi>{project.label}</bdi>} /> : null}
            {invoice.reference ? <PaperFact term="Your reference" value={invoice.reference} /> : null}
          </dl>
        </div>
        <PaperLines lines={record.lines} />
        <PaperTotals invoice={invoice} />
        {invoice.notes ? <p className="max-w-[70ch] whitespace-pre-line text-text-muted">{invoice.notes}</p> : null}
      </div>
    </Card>
  );
}

function PaperFact({ term, value }: { term: string; value: React.ReactNode }) {
  return (
    <>
      <dt className="text-left text-text-muted">{term}</dt>
      <dd className="break-words">{value}</dd>
    </>
  );
}

function PaperLines({ lines }: { lines: InvoiceRecord["lines"] }) {
  if (lines.length === 0) return <p className="text-text-muted">No lines yet. Edit the draft to add what was done.</p>;
  return (
    <table className="w-full text-left tabular-nums">
      <caption className="reader-only">Lines</caption>
      <thead className="border-b border-border-strong text-xs text-text-muted max-sm:hidden">
        <tr>
          <th scope="col" className="pb-1.5 font-medium">
            Description
          </th>
          <th scope="col" className="pb-1.5 pl-4 text-right font-medium">
            Quantity
          </th>
          <th scope="col" className="pb-1.5 pl-4 text-right font-medium">
            Price
          </th>
          <th scope="col" className="pb-1.5 pl-4 text-right font-medium">
            Amount
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-border">
        {lines.map((line) => (
          <tr key={line.id} className="align-top max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:py-2">
            <td className="py-2.5 whitespace-pre-line break-words max-sm:col-span-2 max-sm:py-0">
              {line.description}
              {line.isTaxable ? <span className="text-sm text-text-muted"> · taxable</span> : null}
            </td>
            <td className="py-2.5 pl-4 text-right max-sm:py-0 max-sm:pl-0 max-sm:text-left max-sm:text-text-muted">
              {formatQuantity(line.quantity)}
              <span className="sm:hidden"> × </span>
              <span className="sm:hidden">
                <Money cents={line.unitPriceCents} />
              </span>
            </td>
            <td className="py-2.5 pl-4 text-right max-sm:hidden">
              <Money cents={line.unitPriceCents} />
            </td>
            <td className="py-2.5 pl-4 text-right max-sm:py-0">
              <Money cents={line.subtotalCents} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PaperTotals({ invoice }: { invoice: InvoiceRecord["invoice"] }) {
  return (
    <dl className="ml-auto w-full max-w-xs space-y-1.5 tabular-nums">
      <Total term="Subtotal" cents={invoice.subtotalCents} />
      <Total term={`Tax ${formatPercent(invoice.taxPpm)}%`} cents={invoice.taxCents} />
      <Total
        term="Total"
        cents={invoice.totalCents}
        currency
        className="border-t border-border-strong pt-2 text-lg font-semibold"
      />
    </dl>
  );
}

function Total({
  term,
  cents,
  currency,
  className,
}: {
  term: string;
  cents: number;
  currency?: boolean;
  className?: string;
}) {
  return (
    <div className={cx("flex justify-between gap-4", className)}>
      <dt>{term}</dt>
      <dd>
        <Money cents={cents} currency={currency} />
      </dd>
    </div>
  );
}
