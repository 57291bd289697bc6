import { and, asc, eq } from "drizzle-orm";
import { billAllocations, billPayments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type BillId, newId } from "@/lib/kernel/ids";
import { type Cents, cents, maxCents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { requireDepositAccount } from "@/lib/ledger/deposit-account";
import { post } from "@/lib/ledger/post";
import { reverseSource } from "@/lib/ledger/reverse";
import type { PayBillsInput, VoidBillPaymentInput } from "./bill-inputs";
import { lockBills, mostPaidFrom, paidOf } from "./lock-bill";
import { requireVendor } from "./lock-vendor";
import { billPaymentPosting } from "./posting";

/**
 * One payment for bills of one vendor. The bills are locked in the order of their ids, so two payments never both take
 * what is open. Refuses more than is open on that day and from then on, a day before a bill's own, a day to
 * come and a closed period.
 */
export async function payBills(work: Work<"bills.write">, input: PayBillsInput) {
  const { vendorId, paidOn, reference } = input;
  const vendor = await requireVendor(work, vendorId);
  const placed = await placedOn(work, input);
  refuseAhead("paidOn", paidOn, work.today);
  const fromAccountId = await requireDepositAccount(work, input.fromAccountId);
  const amountCents = sumCents(placed.map((part) => part.amountCents));
  if (amountCents > maxCents) throw new Refusal("amount_too_large");

  const id = newId("billPayment");
  const companyId = work.company.id;
  const payment = { id, vendorId, paidOn, reference, amountCents, fromAccountId };
  await work.db.insert(billPayments).values({ companyId, ...payment, createdBy: work.member.id });
  await work.db.insert(billAllocations).values(
    placed.map((part) => ({
      companyId,
      id: newId("billAllocation"),
      paymentId: id,
      allocatedOn: paidOn,
      billId: part.billId,
      amountCents: part.amountCents,
    })),
  );
  await post(work, billPaymentPosting({ ...payment, vendorName: vendor.name, bills: placed }));
  const numbers = placed.map((part) => part.number);
  record(work, "bill_payment.recorded", id, {
    summary: `${formatDollars(amountCents)} were paid to ${vendor.name} for ${numbers.join(", ")}`,
    facts: { amountCents, paidOn, bills: numbers },
  });
  return { billPaymentId: id };
}

type Placed = { billId: BillId; number: string; amountCents: Cents };

async function placedOn(work: Work, { vendorId, paidOn, bills: asked }: PayBillsInput): Promise<Placed[]> {
  const wanted = new Map<BillId, Cents>();
  for (const { billId, amount } of asked) {
    if (amount > 0) wanted.set(billId, cents(amount + (wanted.get(billId) ?? 0)));
  }
  if (wanted.size === 0) throw refuseField("bills", "bill_nothing_to_pay");
  const placed: Placed[] = [];
  for (const bill of await lockBills(work, [...wanted.keys()])) {
    const amountCents = wanted.get(bill.id) as Cents;
    const number = bill.number ?? "";
    if (bill.vendorId !== vendorId) throw refuseField("bills", "bill_other_vendor");
    if (bill.status !== "posted") throw new Refusal("bill_not_posted", { verb: "paid" });
    const open = bill.totalCents - (await paidOf(work, bill.id)).paidCents;
    if (amountCents > open) {
      const named = { amount: formatDollars(amountCents), number, open: formatDollars(open) };
      throw refuseField("bills", "bill_overpaid", named);
    }
    if (paidOn < bill.billedOn) {
      throw refuseField("paidOn", "payment_before_bill", { day: formatDay(bill.billedOn), number });
    }
    const openThen = bill.totalCents - (await mostPaidFrom(work, bill.id, paidOn));
    if (amountCents > openThen) {
      throw refuseField("paidOn", "bill_paid_then", { day: formatDay(paidOn), number, open: formatDollars(openThen) });
    }
    placed.push({ billId: bill.id, number, amountCents });
  }
  return placed;
}

/**
 * Takes a payment back on a day of its own: its entry is reversed and the bills are owed again. Refuses when it is void
 * already, a day before the payment's, a day to come, and a closed period.
 */
export async function voidBillPayment(work: Work<"bills.write">, input: VoidBillPaymentInput) {
  const { billPaymentId, voidedOn, reason } = input;
  const placed = await work.db
    .select({ billId: billAllocations.billId, amountCents: billAllocations.amountCents })
    .from(billAllocations)
    .where(and(owned(work, billAllocations), eq(billAllocations.paymentId, billPaymentId)))
    .orderBy(asc(billAllocations.billId));
  await lockBills(
    work,
    placed.map((part) => part.billId),
  );
  const payment = await lockPayment(work, billPaymentId);
  if (payment.status !== "paid") throw new Refusal("bill_payment_void");
  if (voidedOn < payment.paidOn) throw refuseField("voidedOn", "void_before", { day: formatDay(payment.paidOn) });
  refuseAhead("voidedOn", voidedOn, work.today);

  await work.db
    .update(billPayments)
    .set({ status: "void", voidedOn, voidReason: reason })
    .where(and(owned(work, billPayments), eq(billPayments.id, billPaymentId)));
  await work.db.insert(billAllocations).values(
    placed.map(({ billId, amountCents }) => ({
      companyId: work.company.id,
      id: newId("billAllocation"),
      paymentId: billPaymentId,
      allocatedOn: voidedOn,
      billId,
      amountCents: cents(0 - amountCents),
    })),
  );
  const source = { sourceType: "bill_payment" as const, sourceId: billPaymentId };
  const memo = "Void of a bill payment";
  await reverseSource(work, source, {
    entryOn: voidedOn,
    memo,
    sourceType: "bill_payment_void",
    sourceId: billPaymentId,
  });
  record(work, "bill_payment.voided", billPaymentId, {
    summary: `Bill payment of ${formatDollars(payment.amountCents)} was voided: ${reason}`,
    facts: { amountCents: payment.amountCents, voidedOn, reason },
  });
  return { billPaymentId };
}

async function lockPayment(work: Work, billPaymentId: VoidBillPaymentInput["billPaymentId"]) {
  const [payment] = await work.db
    .select()
    .from(billPayments)
    .where(and(owned(work, billPayments), eq(billPayments.id, billPaymentId)))
    .for("no key update");
  if (!payment) throw new Refusal("not_found");
  return payment;
}
