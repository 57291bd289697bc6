import {
  type Cents,
  cents,
  lineSubtotal,
  maxCents,
  type Quantity,
  type RatePpm,
  rateOf,
  sumCents,
} from "@/lib/kernel/money";

/** Stored. Paid, partly paid and overdue are derived from what was paid and from the day. */
export const invoiceStatuses = ["draft", "issued", "void"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export const invoiceStandings = ["draft", "issued", "partly_paid", "paid", "overdue", "void"] as const;
export type InvoiceStanding = (typeof invoiceStandings)[number];

/** More than a person reads, and few enough for one form. */
export const maxLines = 500;

export type LineAmounts = { quantity: Quantity; unitPriceCents: Cents; isTaxable: boolean };
export type LineTotals = { subtotalCents: Cents; taxCents: Cents };
export type InvoiceTotals = { lines: LineTotals[]; subtotalCents: Cents; taxCents: Cents; totalCents: Cents };

/** Asked before a line is multiplied out: quantity times price can leave what stays exact. */
export function isTooLarge({ quantity, unitPriceCents }: LineAmounts): boolean {
  return BigInt(quantity) * BigInt(unitPriceCents) > BigInt(maxCents) * 10_000n;
}

/** The one sum of an invoice, for composer, server and paper: each line is rounded, then the lines are added. */
export function totalsOf(lines: LineAmounts[], taxPpm: RatePpm): InvoiceTotals {
  const totals = lines.map((line) => {
    const subtotalCents = lineSubtotal(line.quantity, line.unitPriceCents);
    return { subtotalCents, taxCents: line.isTaxable ? rateOf(subtotalCents, taxPpm) : cents(0) };
  });
  const subtotalCents = sumCents(totals.map((line) => line.subtotalCents));
  const taxCents = sumCents(totals.map((line) => line.taxCents));
  return { lines: totals, subtotalCents, taxCents, totalCents: sumCents([subtotalCents, taxCents]) };
}

/** What people call the state of an invoice. `today` decides overdue: the day after the due day is the first. */
export function standingOf(
  invoice: { status: InvoiceStatus; totalCents: number; dueOn: string },
  paidCents: number,
  today: string,
): InvoiceStanding {
  if (invoice.status !== "issued") return invoice.status;
  if (paidCents >= invoice.totalCents) return "paid";
  if (invoice.dueOn < today) return "overdue";
  return paidCents > 0 ? "partly_paid" : "issued";
}
