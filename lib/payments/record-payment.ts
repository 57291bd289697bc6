import { allocations, creditEntries, payments } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { nextNumber } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { appliedTo } from "@/lib/invoicing/balance";
import { lockInvoice } from "@/lib/invoicing/lock-invoice";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { newId, type PaymentId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { requireDepositAccount } from "@/lib/ledger/deposit-account";
import { post } from "@/lib/ledger/post";
import type { RecordPaymentInput } from "./inputs";
import { paymentPosting } from "./posting";

type LockedInvoice = Awaited<ReturnType<typeof lockInvoice>>;

/**
 * Money that came in for an invoice: partial, exact, or more. The invoice is locked first, so two payments never both
 * take what is open. What is more than the balance becomes client credit, and only when the person said so; otherwise
 * refuses `overpayment_unconfirmed` and says how much. Refuses money of a day to come, and of a day before the
 * invoice's: the receivable would be negative until then.
 */
export async function recordPayment(work: Work<"payments.write">, input: RecordPaymentInput) {
  const [invoice, applied, depositAccountId] = await together(
    () => lockInvoice(work, input.invoiceId),
    () => appliedTo(work, input.invoiceId),
    () => requireDepositAccount(work, input.depositAccountId),
  );
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "paid" });
  const open = invoice.totalCents - applied;
  const appliedCents = cents(Math.min(input.amount, open));
  const excessCents = cents(input.amount - appliedCents);
  if (excessCents > 0 && !input.acceptExcess) throw overpaid(input.amount, open, excessCents);
  if (input.receivedOn < invoice.issuedOn) {
    throw refuseField("receivedOn", "payment_before_invoice", { day: formatDay(invoice.issuedOn) });
  }
  refuseAhead("receivedOn", input.receivedOn, work.today);

  const id = newId("payment");
  const { number, sequence } = await nextNumber(work, "payment");
  const { receivedOn, method, reference, note, amount: amountCents } = input;
  const { clientId, projectId } = invoice;
  const payment = { id, number, clientId, receivedOn, amountCents, depositAccountId };
  const row = { ...payment, sequence, method, reference, note, createdBy: work.member.id };
  await together(
    () => work.db.insert(payments).values({ companyId: work.company.id, ...row }),
    () => place(work, id, invoice, receivedOn, appliedCents, excessCents, number),
    () => post(work, paymentPosting({ ...payment, invoiceId: invoice.id, projectId, appliedCents })),
  );
  record(work, "payment.recorded", id, {
    summary: `Payment ${number} of ${formatDollars(amountCents)} was recorded${excessText(excessCents)}`,
    facts: { number, amountCents, appliedCents, excessCents, method, openBeforeCents: open },
    clientId,
    projectId,
    invoiceId: invoice.id,
  });
  return { paymentId: id, invoiceId: invoice.id };
}

async function place(
  work: Work,
  paymentId: PaymentId,
  invoice: LockedInvoice,
  day: RecordPaymentInput["receivedOn"],
  appliedCents: Cents,
  excessCents: Cents,
  number: string,
): Promise<void> {
  const { companyId, clientId, id: invoiceId } = invoice;
  if (appliedCents > 0) {
    const id = newId("allocation");
    await work.db
      .insert(allocations)
      .values({ companyId, id, invoiceId, paymentId, amountCents: appliedCents, allocatedOn: day });
  }
  if (excessCents > 0) {
    const id = newId("creditEntry");
    const reason = `Overpayment ${number}`;
    await work.db
      .insert(creditEntries)
      .values({ companyId, id, clientId, paymentId, amountCents: excessCents, enteredOn: day, reason });
  }
}

/** Stands beside the confirmation that the form then shows. */
function overpaid(amount: number, open: number, excess: number): Refusal {
  return refuseField("acceptExcess", "overpayment_unconfirmed", {
    amount: formatDollars(amount),
    open: formatDollars(open),
    excess: formatDollars(excess),
  });
}

function excessText(excessCents: number): string {
  return excessCents > 0 ? `; ${formatDollars(excessCents)} became client credit` : "";
}
