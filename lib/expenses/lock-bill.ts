import { and, asc, eq, max, sql } from "drizzle-orm";
import { billAllocations, billLines, bills } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { BillId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";

/** The bills, held until the commit in the order of their ids: the order in which everybody locks them. */
export async function lockBills(work: Work, ids: BillId[]) {
  const wanted = [...new Set(ids)];
  const rows = await work.db
    .select()
    .from(bills)
    .where(and(owned(work, bills), sql`${bills.id} = any(${sql.param(wanted)}::text[])`))
    .orderBy(asc(bills.id))
    .for("no key update");
  if (rows.length < wanted.length) throw new Refusal("not_found");
  return rows;
}

export async function lockBill(work: Work, billId: BillId) {
  const [bill] = await lockBills(work, [billId]);
  if (!bill) throw new Refusal("not_found");
  return bill;
}

/** A draft with its lines. Refuses `bill_not_draft`, and `stale` when it was saved since `revision`. */
export async function lockDraftBill(work: Work, billId: BillId, revision: number) {
  const bill = await lockBill(work, billId);
  if (bill.status !== "draft") throw new Refusal("bill_not_draft", { number: bill.number ?? "" });
  if (bill.revision !== revision) throw new Refusal("stale");
  const lines = await work.db
    .select()
    .from(billLines)
    .where(and(owned(work, billLines), eq(billLines.billId, billId)))
    .orderBy(asc(billLines.position));
  return { bill, lines };
}

/** The most that is paid of this bill on any day from this one on: what is paid on that day fits above it. */
export async function mostPaidFrom(work: Work, billId: BillId, day: PlainDate): Promise<Cents> {
  const moved = work.db
    .select({
      day: sql`greatest(${billAllocations.allocatedOn}, ${day}::date)`.as("day"),
      amountCents: billAllocations.amountCents,
    })
    .from(billAllocations)
    .where(and(owned(work, billAllocations), eq(billAllocations.billId, billId)))
    .as("moved");
  const running = sql<string>`sum(sum(${moved.amountCents})) over (order by ${moved.day})`;
  const rows = await work.db.select({ running }).from(moved).groupBy(moved.day);
  return cents(Math.max(0, ...rows.map(({ running }) => Number(running))));
}

/** What lowered this bill so far, and the day of the last of it. Stable only while the bill is locked. */
export async function paidOf(work: Work, billId: BillId): Promise<{ paidCents: Cents; lastOn: string | null }> {
  const [row] = await work.db
    .select({
      paid: sql<string>`coalesce(sum(${billAllocations.amountCents}), 0)`,
      lastOn: max(billAllocations.allocatedOn),
    })
    .from(billAllocations)
    .where(and(owned(work, billAllocations), eq(billAllocations.billId, billId)));
  return { paidCents: cents(Number(row?.paid ?? 0)), lastOn: row?.lastOn ?? null };
}
