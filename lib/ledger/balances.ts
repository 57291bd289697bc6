import { type SQL, sql } from "drizzle-orm";
import { accountMonths, accounts, journalLines } from "@/db/schema";
import type { PlainDate } from "@/lib/kernel/dates";

/**
 * What each account of the query's `accounts` held at the end of a day, debit positive: its whole months from the
 * rollup, and the lines of the broken month. It costs the same however long the journal grows.
 */
export function balanceAsOf(day: PlainDate): SQL {
  const month = sql`date_trunc('month', ${day}::date::timestamp)::date`;
  return sql`(
    coalesce((select sum(${accountMonths.amountCents}) from ${accountMonths}
      where ${accountMonths.companyId} = ${accounts.companyId} and ${accountMonths.accountId} = ${accounts.id}
        and ${accountMonths.month} < ${month}), 0)
    + coalesce((select sum(${journalLines.amountCents}) from ${journalLines}
      where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
        and ${journalLines.entryOn} >= ${month} and ${journalLines.entryOn} <= ${day}::date), 0))`;
}
