import { type SQL, sql } from "drizzle-orm";
import { accountMonths, accounts, journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import { fiscalYearOf } from "@/lib/ledger/fiscal-year";
import type { Closing } from "./close-points";

/** One where the period has the last day of its fiscal year, that year earned or spent anything, and no closing entry stands. */
export function yearsToClose({ scope, period }: Closing): SQL {
  const year = fiscalYearOf(period.startsOn, scope.company.fiscalYearStartMonth);
  if (year.endsOn > period.endsOn) return sql`select 0`;
  return sql`select (exists (
      select 1 from ${accountMonths} join ${accounts} on ${owned(scope, accounts)} and ${accounts.id} = ${accountMonths.accountId}
        and ${accounts.type} in ('income', 'expense')
      where ${owned(scope, accountMonths)} and ${accountMonths.month} between ${year.startsOn} and ${year.endsOn}
      group by ${accounts.id} having sum(${accountMonths.amountCents}) <> 0)
    and not exists (
      select 1 from ${journalEntries} where ${owned(scope, journalEntries)} and ${journalEntries.sourceType} = 'closing'
        and ${journalEntries.entryOn} = ${year.endsOn} and not exists (
          select 1 from ${journalEntries} r where r.company_id = ${journalEntries.companyId} and r.reverses_entry_id = ${journalEntries.id})))::int`;
}
