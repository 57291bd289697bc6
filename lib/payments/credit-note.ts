import { type Cents, cents } from "@/lib/kernel/money";

/** Draft, then posted (numbered, posted to the journal, locked), then perhaps void. */
export const creditNoteStatuses = ["draft", "posted", "void"] as const;
export type CreditNoteStatus = (typeof creditNoteStatuses)[number];

type Amounts = { subtotalCents: number; taxCents: number };

/** What one more credit note can take back of each part of an invoice, and in all. */
export type Creditable = { subtotalCents: Cents; taxCents: Cents; totalCents: Cents };

/**
 * What of an invoice is not credited yet. In all it is less by what was written off: that was never paid, and credited
 * too it would become money of the client.
 */
export function creditable(invoice: Amounts, credited: Amounts, writtenOffCents: number): Creditable {
  const subtotalCents = cents(invoice.subtotalCents - credited.subtotalCents);
  const taxCents = cents(invoice.taxCents - credited.taxCents);
  return { subtotalCents, taxCents, totalCents: cents(Math.max(subtotalCents + taxCents - writtenOffCents, 0)) };
}

/** The part of tax that goes with an amount: as on the invoice, rounded half up, and all that is left with the last of it. */
export function taxFor(subtotal: Cents, invoice: Amounts, left: { subtotalCents: Cents; taxCents: Cents }): Cents {
  if (invoice.subtotalCents === 0) return cents(0);
  if (subtotal >= left.subtotalCents) return left.taxCents;
  const whole = BigInt(invoice.subtotalCents);
  const exact = BigInt(subtotal) * BigInt(invoice.taxCents) * 2n + whole;
  return cents(Math.min(Number(exact / (2n * whole)), left.taxCents));
}

/** Where a new credit note starts: what is left of the invoice, or as much of it as is still open, split as the rest is. */
export function startingAmounts(left: Creditable, openCents: Cents): { subtotalCents: Cents; taxCents: Cents } {
  const { subtotalCents, taxCents } = left;
  const whole = subtotalCents + taxCents;
  const start = openCents > 0 ? Math.min(openCents, left.totalCents) : left.totalCents;
  if (start >= whole) return { subtotalCents, taxCents };
  const subtotal = cents(Number((BigInt(start) * BigInt(subtotalCents)) / BigInt(whole)));
  return { subtotalCents: subtotal, taxCents: cents(start - subtotal) };
}

/** As far as the invoice is open it owes less; the rest becomes credit of the client. */
export function splitNote(totalCents: number, openCents: number): { onInvoiceCents: Cents; creditCents: Cents } {
  const onInvoice = Math.min(totalCents, Math.max(openCents, 0));
  return { onInvoiceCents: cents(onInvoice), creditCents: cents(totalCents - onInvoice) };
}
