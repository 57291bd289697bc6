import { and, asc, eq, sql } from "drizzle-orm";
import { allocations, creditEntries, payments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { lockInvoice } from "@/lib/invoicing/lock-invoice";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type InvoiceId, newId, type PaymentId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { reverseSource } from "@/lib/ledger/reverse";
import type { VoidPaymentInput } from "./inputs";

/**
 * Takes a payment back on a day of its own: entry reversed, invoices owe again, credit from an excess is taken back.
 * Refuses when that credit has been used, when it is void already, and a day before the payment's, a day to
 * come, or one in a closed period.
 */
export async function voidPayment(work: Work<"payments.write">, { paymentId, voidedOn, reason }: VoidPaymentInput) {
  const placed = await readPlaced(work, paymentId);
  for (const { invoiceId } of placed) await lockInvoice(work, invoiceId);
  const payment = await lockPayment(work, paymentId);
  if (payment.status !== "received") throw new Refusal("payment_not_received");
  if (voidedOn < payment.receivedOn)
    throw refuseField("voidedOn", "void_before", { day: formatDay(payment.receivedOn) });
  refuseAhead("voidedOn", voidedOn, work.today);

  await work.db
    .update(payments)
    .set({ status: "void", voidedOn, voidReason: reason })
    .where(and(owned(work, payments), eq(payments.id, paymentId)));
  await takeBack(work, payment, placed, voidedOn);
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

async function lockPayment(work: Work, paymentId: PaymentId) {
  const [payment] = await work.db
    .select()
    .from(payments)
    .where(and(owned(work, payments), eq(payments.id, paymentId)))
    .for("no key update");
  if (!payment) throw new Refusal("not_found");
  return payment;
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

async function takeBack(
  work: Work,
  payment: Awaited<ReturnType<typeof lockPayment>>,
  placed: { invoiceId: InvoiceId; applied: Cents }[],
  day: VoidPaymentInput["voidedOn"],
): Promise<void> {
  const { companyId, clientId, id: paymentId } = payment;
  for (const { invoiceId, applied } of placed) {
    const row = { companyId, id: newId("allocation"), invoiceId, paymentId };
    await work.db.insert(allocations).values({ ...row, amountCents: cents(0 - applied), allocatedOn: day });
  }
  const excess = payment.amountCents - placed.reduce((sum, { applied }) => sum + applied, 0);
  if (excess === 0) return;
  const row = { companyId, id: newId("creditEntry"), clientId, paymentId, enteredOn: day };
  const reason = `Void of payment ${payment.number}`;
  await work.db.insert(creditEntries).values({ ...row, amountCents: cents(0 - excess), reason });
}
