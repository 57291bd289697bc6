import { type SQL, sql } from "drizzle-orm";
import { billAllocations, bills } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import { type AgeBucket, bucketDays } from "../age-buckets";

/**
 * As a table of the same name: the bills with something open at the end of a day: their total from their own day until that of the
 * void, less what was paid by then. What was voided later counts on its own day, as it does in the journal.
 */
export function openBills(scope: Scope, asOf: PlainDate): SQL {
  const open = sql`(case when ${bills.billedOn} <= ${asOf}::date
      and (${bills.voidedOn} is null or ${bills.voidedOn} > ${asOf}::date) then ${bills.totalCents} else 0 end
    - coalesce(applied.cents, 0))`;
  return sql`(
    select ${bills.id}, ${bills.vendorId}, ${bills.number}, ${bills.billedOn}, ${bills.dueOn},
      ${bills.totalCents}, ${open} as open_cents
    from ${bills}
    left join (
      select ${billAllocations.billId}, sum(${billAllocations.amountCents})::bigint as cents from ${billAllocations}
      where ${owned(scope, billAllocations)} and ${billAllocations.allocatedOn} <= ${asOf}::date
      group by ${billAllocations.billId}
    ) applied on applied.bill_id = ${bills.id}
    where ${owned(scope, bills)} and ${bills.status} <> 'draft' and ${open} <> 0) ${bills}`;
}

/** Whether an open bill was that late on the day. */
export function ageOf(asOf: PlainDate, bucket: AgeBucket): SQL {
  const { from, to } = bucketDays[bucket];
  const late = sql`(${asOf}::date - ${bills.dueOn})`;
  if (from === null) return sql`${late} <= ${to}`;
  if (to === null) return sql`${late} >= ${from}`;
  return sql`${late} between ${from} and ${to}`;
}
