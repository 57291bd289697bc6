import { allocateCents, type Cents, cents, lineSubtotal, maxCents, type Quantity, sumCents } from "@/lib/kernel/money";

/** Stored. Paid, partly paid and overdue are derived from what was paid and from the day. */
export type BillStatus = "draft" | "posted" | "void";

export type BillStanding = BillStatus | "partly_paid" | "paid" | "overdue";

export type BillPaymentStatus = "paid" | "void";

/** More than a person reads, and few enough for one form. */
export const maxBillLines = 200;

type LineAmounts = { quantity: Quantity; unitPriceCents: Cents };
export type BillTotals = {
  lines: { subtotalCents: Cents; taxCents: Cents }[];
  subtotalCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
};

/** Asked before a line is multiplied out: quantity times price can leave what stays exact. */
export function isTooLarge({ quantity, unitPriceCents }: LineAmounts): boolean {
  return BigInt(quantity) * BigInt(unitPriceCents) > BigInt(maxCents) * 10_000n;
}

/** Each line rounded, then summed. The tax is spread over the lines by their amounts; odd cents go to the first ones. */
export function billTotals(lines: LineAmounts[], tax: Cents): BillTotals {
  const subtotals = lines.map((line) => lineSubtotal(line.quantity, line.unitPriceCents));
  const subtotalCents = sumCents(subtotals);
  const taxes = subtotalCents > 0 ? allocateCents(tax, subtotals) : subtotals.map((_, i) => (i === 0 ? tax : cents(0)));
  return {
    lines: subtotals.map((subtotal, i) => ({ subtotalCents: subtotal, taxCents: taxes[i] as Cents })),
    subtotalCents,
    taxCents: tax,
    totalCents: sumCents([subtotalCents, tax]),
  };
}

/** What people call the state of a bill. The day after the due day is the first on which it is overdue. */
export function billStandingOf(
  bill: { status: BillStatus; totalCents: number; dueOn: string },
  paidCents: number,
  today: string,
): BillStanding {
  if (bill.status !== "posted") return bill.status;
  if (paidCents >= bill.totalCents) return "paid";
  if (bill.dueOn < today) return "overdue";
  return paidCents > 0 ? "partly_paid" : "posted";
}
