import { type SQL, sql } from "drizzle-orm";
import { accountMonths, accounts, journalLines } from "@/db/schema";
import type { PlainDate } from "@/lib/kernel/dates";

/**
 * What each account of the query's `accounts` held before a day, debit positive: its whole months from the rollup, and
 * only the lines of the broken month. So a statement costs the same however long the journal grows.
 */
export function balanceBefore(day: SQL): SQL {
  return sql`(${wholeMonths(sql`${accountMonths.month} < ${monthOf(day)}`)} + ${brokenMonth(day)})`;
}

/** What it held at the end of a day. */
export function balanceAsOf(day: PlainDate): SQL {
  return balanceBefore(sql`(${day}::date + 1)`);
}

/** What moved on it within a range of days, both ends in it: the range's own months, however many there were before. */
export function movedWithin({ from, to }: { from: PlainDate | null; to: PlainDate }): SQL {
  if (!from) return balanceAsOf(to);
  const [first, after] = [sql`${from}::date`, sql`(${to}::date + 1)`];
  const months = wholeMonths(
    sql`${accountMonths.month} >= ${monthOf(first)} and ${accountMonths.month} < ${monthOf(after)}`,
  );
  return sql`(${months} + ${brokenMonth(after)} - ${brokenMonth(first)})`;
}

function monthOf(day: SQL): SQL {
  return sql`date_trunc('month', ${day}::timestamp)::date`;
}

function wholeMonths(condition: SQL): SQL {
  return sql`coalesce((select sum(${accountMonths.amountCents}) from ${accountMonths}
      where ${accountMonths.companyId} = ${accounts.companyId} and ${accountMonths.accountId} = ${accounts.id}
        and ${condition}), 0)`;
}

/** The lines of the day's month that are before it; none on a first day. */
function brokenMonth(day: SQL): SQL {
  return sql`coalesce((select sum(${journalLines.amountCents}) from ${journalLines}
      where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
        and ${journalLines.entryOn} >= ${monthOf(day)} and ${journalLines.entryOn} < ${day}), 0)`;
}
