import { and, asc, eq, sql } from "drizzle-orm";
import { allocations, payments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { lockInvoices } from "@/lib/invoicing/lock-invoice";
import { formatDay, laterOf } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { InvoiceId, PaymentId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { reverseSource } from "@/lib/ledger/reverse";
import { depositShortFor } from "./apply-deposit";
import { lockCreditFrom } from "./credit";
import type { VoidPaymentInput } from "./inputs";
import { lockPayment } from "./lock-payment";
import { refundsOf } from "./payment-parts";
import { writePlacing } from "./place-payment";

/**
 * Takes a payment back on a day of its own: entry reversed, invoices owe again, credit from an excess is taken back.
 * Refuses when that credit or a deposit that it paid has been used, while refunds of it stand, when it is void or still
 * expected, and a day before the payment's or the undoing of a refund, a day to come, or one in a closed period.
 */
export async function voidPayment(work: Work<"payments.write">, { paymentId, voidedOn, reason }: VoidPaymentInput) {
  const placed = await readPlaced(work, paymentId);
  const invoices = await lockInvoices(
    work,
    placed.map(({ invoiceId }) => invoiceId),
  );
  const payment = await lockPayment(work, paymentId);
  if (payment.status !== "received") throw new Refusal("payment_not_received");
  const refunded = await refundsOf(work, paymentId);
  if (refunded.standing) throw new Refusal("payment_has_refunds");
  const first = laterOf(payment.receivedOn, refunded.undoneOn);
  if (voidedOn < first) throw refuseField("voidedOn", "void_before", { day: formatDay(first) });
  refuseAhead("voidedOn", voidedOn, work.today);
  const credit = cents(payment.amountCents - sumCents(placed.map(({ applied }) => applied)));
  if (credit > 0 && credit > (await lockCreditFrom(work, payment.clientId, voidedOn)))
    throw new Refusal("credit_spent");
  for (const { invoiceId, applied } of placed) {
    const short = await depositShortFor(work, invoices, { invoiceId, amountCents: applied }, voidedOn);
    if (short) throw new Refusal("deposit_used");
  }

  await work.db
    .update(payments)
    .set({ status: "void", voidedOn, voidReason: reason })
    .where(and(owned(work, payments), eq(payments.id, paymentId)));
  const back = placed.map(({ invoiceId, applied }) => ({ invoiceId, amountCents: cents(0 - applied) }));
  const party = { clientId: payment.clientId, day: voidedOn, reason: `Void of payment ${payment.number}` };
  await writePlacing(work, { paymentId }, party, back, cents(0 - credit));
  await reverseSource(
    work,
    { sourceType: "payment", sourceId: paymentId },
    { entryOn: voidedOn, memo: `Void of payment ${payment.number}`, sourceType: "payment_void", sourceId: paymentId },
  );
  record(work, "payment.voided", paymentId, {
    summary: `Payment ${payment.number} of ${formatDollars(payment.amountCents)} was voided: ${reason}`,
    facts: { number: payment.number, amountCents: payment.amountCents, voidedOn, reason },
    clientId: payment.clientId,
    invoiceId: placed[0]?.invoiceId ?? null,
  });
  return { paymentId };
}

/** What stands on invoices from this payment, in id order: the order in which everybody locks invoices. */
function readPlaced(work: Work, paymentId: PaymentId): Promise<{ invoiceId: InvoiceId; applied: Cents }[]> {
  return work.db
    .select({
      invoiceId: allocations.invoiceId,
      applied: sql<string>`sum(${allocations.amountCents})`.mapWith((sum) => cents(Number(sum))),
    })
    .from(allocations)
    .where(and(owned(work, allocations), eq(allocations.paymentId, paymentId)))
    .groupBy(allocations.invoiceId)
    .orderBy(asc(allocations.invoiceId));
}
