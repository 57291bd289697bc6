import { allocateCents, type Cents, cents, sumCents } from "@/lib/kernel/money";
import type { PaymentParts } from "./payment-parts";

/**
 * The part of receivables is rounded down and credit bears the cent that is left; among invoices by largest remainder. No
 * part is more than what is left there. Pure, so that a form can say beforehand what the refund will do.
 */
export function splitRefund(amount: Cents, { placed, creditCents }: PaymentParts): PaymentParts {
  const onInvoices = sumCents(placed.map((part) => part.amountCents));
  const whole = BigInt(onInvoices + creditCents);
  const receivable = cents(whole === 0n ? 0 : Number((BigInt(amount) * BigInt(onInvoices)) / whole));
  const shares = allocateCents(
    receivable,
    placed.map((part) => part.amountCents),
  );
  return {
    placed: placed
      .map(({ invoiceId }, i) => ({ invoiceId, amountCents: shares[i] ?? cents(0) }))
      .filter(({ amountCents }) => amountCents > 0),
    creditCents: cents(amount - receivable),
  };
}
