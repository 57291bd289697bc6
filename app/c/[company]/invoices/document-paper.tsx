import type { ReactNode } from "react";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import type { DocumentTexts } from "@/lib/invoicing/document-template";
import type { BilledToParty, IssuedByParty } from "@/lib/invoicing/party";
import { formatCents, formatPercent, formatQuantity } from "@/lib/kernel/decimal-text";

type PaperLine = {
  id: string;
  description: string;
  quantity: number;
  unitPriceCents: number;
  isTaxable: boolean;
  discountPpm: number;
  discountCents: number;
  documentDiscountCents: number;
  subtotalCents: number;
};

type Sums = {
  subtotalCents: number;
  discountPpm: number;
  discountCents: number;
  taxPpm: number;
  taxCents: number;
  totalCents: number;
  depositPpm?: number;
  depositCents?: number;
};

type Paper = {
  from: IssuedByParty;
  to: BilledToParty;
  toLabel: string;
  facts: { term: string; value: ReactNode }[];
  document: Sums & DocumentTexts;
  lines: PaperLine[];
  /** What is held and not earned yet has no tax. */
  isUntaxed?: boolean;
  /** What was put on it, below its total. */
  due?: ReactNode;
};

/** An invoice, estimate or proposal as the client reads it. */
export function DocumentPaper({ from, to, toLabel, facts, document, lines, isUntaxed, due }: Paper) {
  return (
    <Card className="shadow-2 print:shadow-none">
      <div className="space-y-8 sm:p-4">
        <PaperHead from={from} to={to} toLabel={toLabel} facts={facts} />
        <PaperText text={document.headerText} />
        <PaperLines lines={lines} />
        <div className="space-y-1.5">
          <PaperTotals sums={document} isUntaxed={isUntaxed} />
          {due}
        </div>
        <PaperText text={document.notes} muted />
        <PaperText title="Terms" text={document.terms} />
        <PaperText text={document.footerText} muted />
      </div>
    </Card>
  );
}

/** From whom, to whom, and what it is; of every document alike. */
export function PaperHead({ from, to, toLabel, facts }: Pick<Paper, "from" | "to" | "toLabel" | "facts">) {
  return (
    <div className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_minmax(0,19rem)]">
      <div>
        <p className="text-xl font-semibold tracking-tight">{from.name}</p>
        <p className="whitespace-pre-line text-sm text-text-muted">
          {[from.address, from.email, from.phone].filter(Boolean).join("\n")}
        </p>
        <p className="mt-4 text-sm text-text-muted">{toLabel}</p>
        <p className="font-medium">{to.name}</p>
        {to.contactName ? <p>{to.contactName}</p> : null}
        <p className="whitespace-pre-line text-text-muted">{to.address}</p>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-6 gap-y-1 tabular-nums sm:text-right">
        {facts.map((fact) => (
          <PaperFact key={fact.term} {...fact} />
        ))}
      </dl>
    </div>
  );
}

function PaperText({ title, text, muted }: { title?: string; text: string; muted?: boolean }) {
  if (!text) return null;
  return (
    <div className="max-w-[70ch]">
      {title ? <p className="font-medium">{title}</p> : null}
      <p className={cx("whitespace-pre-line break-words", muted && "text-text-muted")}>{text}</p>
    </div>
  );
}

function PaperFact({ term, value }: { term: string; value: ReactNode }) {
  return (
    <>
      <dt className="text-left text-text-muted">{term}</dt>
      <dd className="break-words">{value}</dd>
    </>
  );
}

function PaperLines({ lines }: { lines: PaperLine[] }) {
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
              {line.discountCents > 0 ? (
                <span className="block text-sm text-text-muted">{`Discount ${discountText(line)}`}</span>
              ) : null}
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
              <Money cents={line.subtotalCents + line.documentDiscountCents} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `10%, −12.00`, or the sum alone. */
function discountText({ discountPpm, discountCents }: PaperLine): string {
  const sum = formatCents(0 - discountCents);
  return discountPpm > 0 ? `${formatPercent(discountPpm)}%, ${sum}` : sum;
}

function PaperTotals({ sums, isUntaxed }: { sums: Sums; isUntaxed?: boolean | undefined }) {
  const { depositPpm = 0, depositCents = 0 } = sums;
  return (
    <dl className="ml-auto w-full max-w-xs space-y-1.5 tabular-nums">
      <PaperTotal term="Subtotal" cents={sums.subtotalCents + sums.discountCents} />
      {sums.discountCents > 0 ? (
        <PaperTotal term={rated("Discount", sums.discountPpm)} cents={0 - sums.discountCents} />
      ) : null}
      {isUntaxed ? null : <PaperTotal term={rated("Tax", sums.taxPpm)} cents={sums.taxCents} />}
      <PaperTotal
        term="Total"
        cents={sums.totalCents}
        currency
        className="border-t border-border-strong pt-2 text-lg font-semibold"
      />
      {depositCents > 0 ? (
        <>
          <PaperTotal term={rated("Deposit due on acceptance", depositPpm)} cents={depositCents} />
          <PaperTotal term="Balance after deposit" cents={sums.totalCents - depositCents} />
        </>
      ) : null}
    </dl>
  );
}

function rated(term: string, ppm: number): string {
  return ppm > 0 ? `${term} ${formatPercent(ppm)}%` : term;
}

/** A line of the sums at the paper's foot. */
export function PaperTotal({
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
