import { type SQL, sql } from "drizzle-orm";
import { accountMonths, accounts, journalLines } from "@/db/schema";
import type { PlainDate } from "@/lib/kernel/dates";

/**
 * What each account of the query's `accounts` held before a day, debit positive: its whole months from the rollup, and
 * only the lines of the broken month. So a statement costs the same however long the journal grows.
 */
export function balanceBefore(day: SQL): SQL {
  const month = sql`date_trunc('month', ${day}::timestamp)::date`;
  return sql`(
    coalesce((select sum(${accountMonths.amountCents}) from ${accountMonths}
      where ${accountMonths.companyId} = ${accounts.companyId} and ${accountMonths.accountId} = ${accounts.id}
        and ${accountMonths.month} < ${month}), 0)
    + coalesce((select sum(${journalLines.amountCents}) from ${journalLines}
      where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
        and ${journalLines.entryOn} >= ${month} and ${journalLines.entryOn} < ${day}), 0))`;
}

/** What it held at the end of a day. */
export function balanceAsOf(day: PlainDate): SQL {
  return balanceBefore(sql`(${day}::date + 1)`);
}

/** What it held before a range of days; nothing where the range reaches back to the first entry. */
export function balanceAtStart({ from }: { from: PlainDate | null }): SQL {
  return from ? balanceBefore(sql`${from}::date`) : sql`0`;
}
