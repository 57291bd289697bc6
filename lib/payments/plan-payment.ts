import { and, eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { newId } from "@/lib/kernel/ids";
import { requireDepositAccount } from "@/lib/ledger/deposit-account";
import type { EditPlannedInput, PlannedPaymentInput, PlanPaymentInput } from "./inputs";
import { lockPlanned } from "./lock-payment";

/** Money that is expected: no number and nothing in the journal until it came in. */
export async function planPayment(work: Work<"payments.write">, input: PlanPaymentInput) {
  await requireActiveClient(work, input.clientId);
  const id = newId("payment");
  const row = { ...(await rowOf(work, input)), id, companyId: work.company.id, createdBy: work.member.id };
  await work.db.insert(payments).values({ ...row, status: "pending" });
  record(work, "payment.planned", id, {
    summary: `A payment of ${formatDollars(input.amount)} is expected`,
    facts: { amountCents: input.amount, expectedOn: input.receivedOn, method: input.method },
    clientId: input.clientId,
  });
  return { paymentId: id };
}

/** Refuses once it came in, and `stale` when somebody saved since. */
export async function updatePlanned(work: Work<"payments.write">, { paymentId, revision, ...input }: EditPlannedInput) {
  const before = await lockPlanned(work, paymentId, revision);
  if (input.clientId !== before.clientId) await requireActiveClient(work, input.clientId);
  const after = await rowOf(work, input);
  await work.db
    .update(payments)
    .set({ ...after, revision: revision + 1 })
    .where(and(owned(work, payments), eq(payments.id, paymentId)));
  record(work, "payment.changed", paymentId, {
    summary: "The expected payment was changed",
    facts: changesOf(before, after),
    clientId: input.clientId,
  });
  return { paymentId };
}

/** It never came. Nothing was posted, so nothing is taken back. */
export async function deletePlanned(work: Work<"payments.write">, { paymentId, revision }: PlannedPaymentInput) {
  const payment = await lockPlanned(work, paymentId, revision);
  record(work, "payment.deleted", paymentId, {
    summary: `The expected payment of ${formatDollars(payment.amountCents)} was deleted`,
    facts: { amountCents: payment.amountCents },
    clientId: payment.clientId,
  });
  await work.db.delete(payments).where(and(owned(work, payments), eq(payments.id, paymentId)));
}

async function rowOf(work: Work, { amount, depositAccountId, ...details }: PlanPaymentInput) {
  return { ...details, amountCents: amount, depositAccountId: await requireDepositAccount(work, depositAccountId) };
}
