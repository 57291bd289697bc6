import { and, asc, eq, ne, sql } from "drizzle-orm";
import { accounts, billLines, bills } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { nextNumber } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { BillId } from "@/lib/kernel/ids";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { post } from "@/lib/ledger/post";
import { reverseSource } from "@/lib/ledger/reverse";
import type { BillInput, VoidBillInput } from "./bill-inputs";
import { lockBill, lockDraftBill, paidOf } from "./lock-bill";
import { requireVendor } from "./lock-vendor";
import { billPosting } from "./posting";

/**
 * Turns a draft into a payable: numbered, posted on the bill's day, and from then on unchangeable. Refuses a draft without
 * lines or of $0.00, a day to come, a line whose account is for no expense any more, and a closed period.
 */
export async function postBill(work: Work<"bills.write">, { billId, revision }: BillInput) {
  const { bill, lines } = await lockDraftBill(work, billId, revision);
  if (lines.length === 0) throw new Refusal("bill_no_lines");
  if (bill.totalCents === 0) throw new Refusal("bill_zero");
  if (bill.billedOn > work.today) throw new Refusal("bill_ahead", { day: formatDay(bill.billedOn) });
  const { name: vendorName } = await requireVendor(work, bill.vendorId);
  await requireExpenseAccounts(work, billId);

  const { number, sequence } = await nextNumber(work, "bill");
  const posted = { status: "posted" as const, number, sequence, postedAt: work.now, postedBy: work.member.id };
  await work.db
    .update(bills)
    .set({ ...posted, revision: bill.revision + 1 })
    .where(and(owned(work, bills), eq(bills.id, billId)));
  await post(work, billPosting({ ...bill, number, vendorName, lines }));
  record(work, "bill.posted", billId, {
    summary: `Bill ${number} of ${formatDollars(bill.totalCents)} from ${vendorName} was posted`,
    facts: { number, totalCents: bill.totalCents, billedOn: bill.billedOn, dueOn: bill.dueOn },
  });
  return { billId };
}

/**
 * Takes a posted bill back: its number stays, its entry is reversed on the day of the void. Refuses while anything is paid
 * on it, a day before its own or that of a payment that stood on it, a day to come, and a closed period.
 */
export async function voidBill(work: Work<"bills.write">, { billId, voidedOn, reason }: VoidBillInput) {
  const bill = await lockBill(work, billId);
  if (bill.status !== "posted") throw new Refusal("bill_not_posted", { verb: "voided" });
  const { paidCents, lastOn } = await paidOf(work, billId);
  if (paidCents !== 0) throw new Refusal("bill_has_payments", { amount: formatDollars(paidCents) });
  const first = lastOn && lastOn > bill.billedOn ? (lastOn as PlainDate) : bill.billedOn;
  if (voidedOn < first) throw refuseField("voidedOn", "void_before", { day: formatDay(first) });
  refuseAhead("voidedOn", voidedOn, work.today);

  await work.db
    .update(bills)
    .set({ status: "void", voidedOn, voidReason: reason, revision: bill.revision + 1 })
    .where(and(owned(work, bills), eq(bills.id, billId)));
  await reverseSource(
    work,
    { sourceType: "bill", sourceId: billId },
    { entryOn: voidedOn, memo: `Void of bill ${bill.number}`, sourceType: "bill_void", sourceId: billId },
  );
  record(work, "bill.voided", billId, {
    summary: `Bill ${bill.number} was voided: ${reason}`,
    facts: { number: bill.number, totalCents: bill.totalCents, voidedOn, reason },
  });
  return { billId };
}

/** Those of the lines, as they are now: the draft may have waited. */
async function requireExpenseAccounts(work: Work, billId: BillId): Promise<void> {
  const [other] = await work.db
    .select({ account: sql<string>`${accounts.code} || ' ' || ${accounts.name}`, line: billLines.position })
    .from(billLines)
    .innerJoin(accounts, and(eq(accounts.companyId, billLines.companyId), eq(accounts.id, billLines.accountId)))
    .where(and(owned(work, billLines), eq(billLines.billId, billId), ne(accounts.type, "expense")))
    .orderBy(asc(billLines.position))
    .limit(1);
  if (other) throw new Refusal("account_no_expense", { account: other.account, what: `line ${other.line}` });
}
