import { and, eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { PaymentId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** The payment, held until the commit. Refuses `not_found`. Invoices are locked before it. */
export async function lockPayment(work: Work, paymentId: PaymentId) {
  const [payment] = await work.db
    .select()
    .from(payments)
    .where(and(owned(work, payments), eq(payments.id, paymentId)))
    .for("no key update");
  if (!payment) throw new Refusal("not_found");
  return payment;
}

/** An expected payment. Refuses `payment_not_pending` once it came in, and `stale` when it was changed since. */
export async function lockPlanned(work: Work, paymentId: PaymentId, revision?: number) {
  const payment = await lockPayment(work, paymentId);
  if (payment.status !== "pending") throw new Refusal("payment_not_pending");
  if (revision !== undefined && payment.revision !== revision) throw new Refusal("stale");
  return payment;
}
