import {
  allocateCents,
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

export const invoiceKinds = ["standard", "deposit"] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const invoiceStandings = ["draft", "issued", "partly_paid", "paid", "written_off", "overdue", "void"] as const;
export type InvoiceStanding = (typeof invoiceStandings)[number];

/** More than a person reads, and few enough for one form. */
export const maxLines = 500;

/** A part of what is asked, or a sum; with a rate the sum follows from it. */
export type Discount = { ppm: RatePpm; cents: Cents };
export const noDiscount: Discount = { ppm: 0 as RatePpm, cents: cents(0) };

export type LineAmounts = {
  quantity: Quantity;
  unitPriceCents: Cents;
  isTaxable: boolean;
  discount?: Discount;
  /** Typed by hand; counts only where the document has no percentage. */
  typedTaxCents?: Cents;
};
/** The subtotal of a line is net: less its own discount and its share of the document's. */
export type LineTotals = { subtotalCents: Cents; taxCents: Cents; discountCents: Cents; documentDiscountCents: Cents };
export type InvoiceTotals = {
  lines: LineTotals[];
  /** The document's own discount; those of lines are in the lines. */
  discountCents: Cents;
  subtotalCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
};

/** Asked before a line is multiplied out: quantity times price can leave what stays exact. */
export function isTooLarge({ quantity, unitPriceCents }: LineAmounts): boolean {
  return BigInt(quantity) * BigInt(unitPriceCents) > BigInt(maxCents) * 10_000n;
}

/**
 * The one sum of an invoice, for composer, server and paper. Each line is rounded and discounted; the document's
 * discount is rounded once and spread over the lines by largest remainder; then each line is taxed, and the lines are
 * added. At 0 % a taxable line has the tax that was typed for it. A discount takes all of what it is of at most.
 */
export function totalsOf(lines: LineAmounts[], taxPpm: RatePpm, discount: Discount = noDiscount): InvoiceTotals {
  const own = lines.map((line) => {
    const gross = lineSubtotal(line.quantity, line.unitPriceCents);
    const discountCents = discountOf(gross, line.discount ?? noDiscount);
    return { discountCents, net: cents(gross - discountCents) };
  });
  const net = own.map((line) => line.net);
  const discountCents = discountOf(sumCents(net), discount);
  const shares = allocateCents(discountCents, net);
  const totals = lines.map((line, i) => {
    const share = shares[i] as Cents;
    const subtotalCents = cents((net[i] as Cents) - share);
    const taxCents = taxOf(line, subtotalCents, taxPpm);
    return { subtotalCents, taxCents, discountCents: own[i]?.discountCents ?? cents(0), documentDiscountCents: share };
  });
  const subtotalCents = sumCents(totals.map((line) => line.subtotalCents));
  const taxCents = sumCents(totals.map((line) => line.taxCents));
  return { lines: totals, discountCents, subtotalCents, taxCents, totalCents: sumCents([subtotalCents, taxCents]) };
}

function discountOf(amount: Cents, { ppm, cents: sum }: Discount): Cents {
  return ppm > 0 ? rateOf(amount, ppm) : cents(Math.min(sum, amount));
}

function taxOf({ isTaxable, typedTaxCents }: LineAmounts, subtotal: Cents, taxPpm: RatePpm): Cents {
  if (!isTaxable) return cents(0);
  return taxPpm > 0 ? rateOf(subtotal, taxPpm) : (typedTaxCents ?? cents(0));
}

/**
 * What people call the state of an invoice. `today` decides overdue: the day after the due day is the first. One of which
 * a part was given up is never called paid.
 */
export function standingOf(
  invoice: { status: InvoiceStatus; totalCents: number; dueOn: string },
  paidCents: number,
  today: string,
  isWrittenOff = false,
): InvoiceStanding {
  if (invoice.status !== "issued") return invoice.status;
  if (paidCents >= invoice.totalCents) return isWrittenOff ? "written_off" : "paid";
  if (invoice.dueOn < today) return "overdue";
  return paidCents > 0 ? "partly_paid" : "issued";
}
