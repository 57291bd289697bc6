import { and, eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { nextNumber } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { appliedToEach, mostAppliedFrom } from "@/lib/invoicing/balance";
import { lockInvoices } from "@/lib/invoicing/lock-invoice";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type ClientId, newId, type PaymentId } from "@/lib/kernel/ids";
import type { Cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { requireDepositAccount } from "@/lib/ledger/deposit-account";
import { post } from "@/lib/ledger/post";
import { applyByRule, clientOfInvoice, heldForRule } from "./auto-apply";
import type { RecordPaymentInput } from "./inputs";
import { lockPlanned } from "./lock-payment";
import { type Placing, placePayment, writePlacing } from "./place-payment";
import { paymentPosting } from "./posting";

/**
 * Money that came in, for one invoice, several, or none: partial, exact, or more. The invoices are locked first, so two
 * payments never both take what is open. What no invoice takes becomes client credit, and only when the person said so;
 * otherwise refuses `overpayment_unconfirmed` and says how much. Refuses money of a day to come, and of a day before an
 * invoice's: the receivable would be negative until then. With `paymentId` it is the expected payment that came in.
 */
export async function recordPayment(work: Work<"payments.write">, input: RecordPaymentInput) {
  const invoiceIds = input.placements.map(({ invoiceId }) => invoiceId);
  if (new Set(invoiceIds).size < invoiceIds.length) throw new Refusal("placed_twice");
  const held = await heldForRule(work, input.clientId ?? (await clientOfInvoice(work, invoiceIds[0])));
  const [invoices, applied, most, depositAccountId] = await together(
    () => lockInvoices(work, invoiceIds),
    () => appliedToEach(work, invoiceIds),
    () => mostAppliedFrom(work, invoiceIds, input.receivedOn),
    () => requireDepositAccount(work, input.depositAccountId),
  );
  const clientId = input.clientId ?? invoices[0]?.clientId;
  if (!clientId) throw refuseField("clientId", "payment_nobodys");
  if (invoices.length === 0) await requireActiveClient(work, clientId);
  if (input.paymentId) await lockPlanned(work, input.paymentId);
  const placing = placePayment(invoices, applied, most, input.placements, { ...input, clientId });
  refuseAhead("receivedOn", input.receivedOn, work.today);

  const { number, sequence } = await nextNumber(work, "payment");
  const { receivedOn, method, reference, note, amount: amountCents } = input;
  const id = input.paymentId ?? newId("payment");
  const payment = { id, number, clientId, receivedOn, amountCents, depositAccountId };
  work.leave(
    () => writeRow(work, input.paymentId, { ...payment, sequence, method, reference, note }),
    () =>
      writePlacing(
        work,
        { paymentId: id },
        { clientId, day: receivedOn, reason: `Payment ${number}` },
        placing.placed,
        placing.excessCents,
      ),
    () => post(work, paymentPosting({ ...payment, ...placing })),
  );
  tell(work, { id, number, clientId, amountCents, method }, placing);
  if (placing.excessCents > 0) await applyByRule(work, clientId, held);
  return { paymentId: id, invoiceId: placing.placed[0]?.invoiceId ?? null };
}

type Row = Omit<typeof payments.$inferInsert, "companyId" | "createdBy">;

function writeRow(work: Work, planned: PaymentId | null, row: Row) {
  if (!planned)
    return work.db.insert(payments).values({ ...row, companyId: work.company.id, createdBy: work.member.id });
  const { id, ...received } = row;
  return work.db
    .update(payments)
    .set({ ...received, status: "received" })
    .where(and(owned(work, payments), eq(payments.id, id)));
}

type Told = { id: PaymentId; number: string; clientId: ClientId; amountCents: Cents; method: string };

/** On the payment's own history and on that of each invoice. */
function tell(
  work: Work,
  { id, number, clientId, amountCents, method }: Told,
  { placed, excessCents, openCents }: Placing,
): void {
  const [first, ...others] = placed;
  record(work, "payment.recorded", id, {
    summary: `Payment ${number} of ${formatDollars(amountCents)} was recorded${excessText(excessCents)}`,
    facts: {
      number,
      amountCents,
      appliedCents: amountCents - excessCents,
      excessCents,
      method,
      openBeforeCents: openCents,
    },
    clientId,
    projectId: first?.projectId ?? null,
    invoiceId: first?.invoiceId ?? null,
  });
  for (const { invoiceId, projectId, amountCents: part } of others) {
    record(work, "payment.applied", id, {
      summary: `${formatDollars(part)} of payment ${number} went to this invoice`,
      facts: { number, appliedCents: part },
      clientId,
      projectId,
      invoiceId,
    });
  }
}

function excessText(excessCents: number): string {
  return excessCents > 0 ? `; ${formatDollars(excessCents)} became client credit` : "";
}
