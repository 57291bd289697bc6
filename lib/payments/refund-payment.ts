import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { lockInvoices } from "@/lib/invoicing/lock-invoice";
import { formatDay, laterOf } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { cents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { requireDepositAccount } from "@/lib/ledger/deposit-account";
import { depositShortFor } from "./apply-deposit";
import { lockCreditFrom } from "./credit";
import { lockPayment } from "./lock-payment";
import { partsOf, refundsOf } from "./payment-parts";
import { settle } from "./settle";
import type { RefundInput } from "./settlement-inputs";
import { splitRefund } from "./split-refund";

/**
 * Gives money of a payment back, a part or all: dated, for good, split as what is left of the payment is split between
 * invoices and client credit. The invoices owe again. Refuses more than is left of the payment, credit that has been
 * spent, a deposit that has been used, and a day before the payment's or the undoing of an earlier refund, to come, or
 * closed.
 */
export async function refundPayment(work: Work<"payments.write">, input: RefundInput) {
  const { paymentId, refundedOn, amount, reason } = input;
  const before = await partsOf(work, paymentId);
  const invoices = await lockInvoices(
    work,
    before.placed.map(({ invoiceId }) => invoiceId),
  );
  const payment = await lockPayment(work, paymentId);
  if (payment.status !== "received") throw new Refusal("payment_not_refundable");
  const first = laterOf(payment.receivedOn, (await refundsOf(work, paymentId)).undoneOn);
  if (refundedOn < first) throw refuseField("refundedOn", "void_before", { day: formatDay(first) });
  refuseAhead("refundedOn", refundedOn, work.today);
  const left = await partsOf(work, paymentId);
  const most = sumCents([left.creditCents, ...left.placed.map(({ amountCents }) => amountCents)]);
  if (amount > most) throw refuseField("amount", "refund_too_much", { left: formatDollars(most) });

  const { placed, creditCents } = splitRefund(amount, left);
  const { clientId } = payment;
  if (creditCents > 0) {
    const credit = await lockCreditFrom(work, clientId, refundedOn);
    if (creditCents > credit)
      throw refuseField("amount", "refund_credit_spent", {
        part: formatDollars(creditCents),
        left: formatDollars(credit),
      });
  }
  for (const part of placed) {
    const short = await depositShortFor(work, invoices, part, refundedOn);
    if (short) throw refuseField("amount", "deposit_short", short);
  }
  const settlementId = await settle(work, {
    ...{ kind: "refund", clientId, paymentId, settledOn: refundedOn, amountCents: amount, reason },
    accountId: await requireDepositAccount(work, input.accountId),
    placed: placed.map(({ invoiceId, amountCents }) => ({
      ...{ invoiceId, amountCents: cents(0 - amountCents) },
      projectId: invoices.find(({ id }) => id === invoiceId)?.projectId ?? null,
    })),
    creditCents: cents(0 - creditCents),
  });
  const told = {
    amountCents: amount,
    refundedOn,
    creditCents,
    leftCents: most - amount,
    reason,
    payment: payment.number,
  };
  for (const invoiceId of placed.length > 0 ? placed.map((part) => part.invoiceId) : [null]) {
    record(work, "payment.refunded", settlementId, {
      summary: `${formatDollars(amount)} of payment ${payment.number} was refunded: ${reason}`,
      facts: told,
      ...{ clientId, invoiceId },
    });
  }
  return { settlementId, paymentId };
}
