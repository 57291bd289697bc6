import { and, eq, gte, sql } from "drizzle-orm";
import { accountingPeriods, accountMonths, accounts, journalEntries, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, JournalEntryId, PeriodId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { AccountType } from "./account";
import { type FiscalYear, fiscalYearOf } from "./fiscal-year";

export type YearState = "running" | "open" | "closed" | "taken_back" | "empty";

export type YearSummary = FiscalYear & {
  /** What was earned and spent, whatever closing entries moved of it. */
  incomeCents: Cents;
  expenseCents: Cents;
  netCents: Cents;
  state: YearState;
  /** The closing entry that stands, or the last that was taken back. */
  closing: { id: JournalEntryId; number: number } | null;
  /** Entries of income or expense that were posted into the year after its closing entry. */
  postedSince: number;
};

type Closing = { id: JournalEntryId; number: number; entryOn: PlainDate; standing: boolean; since: number };

/** From the year of the first entry to the one that runs, newest first. */
export async function listFiscalYears(scope: Scope<"accounting.read">): Promise<YearSummary[]> {
  const start = scope.company.fiscalYearStartMonth;
  const [months, closings] = await Promise.all([readMonths(scope), listClosings(scope)]);
  const running = fiscalYearOf(scope.today, start);
  const years = new Map<PlainDate, FiscalYear>([[running.endsOn, running]]);
  for (const { month } of months) {
    const year = fiscalYearOf(month, start);
    years.set(year.endsOn, year);
  }
  return [...years.values()]
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))
    .map((year) => summaryOf(year, months, closings, scope.today));
}

function summaryOf(year: FiscalYear, months: Month[], closings: Closing[], today: PlainDate): YearSummary {
  const of = (type: AccountType) =>
    months
      .filter((one) => one.type === type && one.month >= year.startsOn && one.month <= year.endsOn)
      .reduce((sum, one) => sum + one.amount, 0);
  const mine = closings.filter((one) => one.entryOn === year.endsOn);
  const standing = mine.find((one) => one.standing) ?? null;
  const [incomeCents, expenseCents] = [cents(0 - of("income")), cents(of("expense"))];
  const last = standing ?? mine.at(-1) ?? null;
  return {
    ...year,
    incomeCents,
    expenseCents,
    netCents: cents(incomeCents - expenseCents),
    state: stateOf(year, today, standing, mine.length > 0, incomeCents === 0 && expenseCents === 0),
    closing: last && { id: last.id, number: last.number },
    postedSince: standing?.since ?? 0,
  };
}

function stateOf(year: FiscalYear, today: PlainDate, standing: Closing | null, wasClosed: boolean, isEmpty: boolean) {
  if (standing) return "closed";
  if (year.endsOn >= today) return "running";
  if (wasClosed) return "taken_back";
  return isEmpty ? "empty" : "open";
}

type Month = { month: PlainDate; type: AccountType; amount: number };

/** Income and expense by month, without what closing entries moved: from the rollup, less the few lines of those. */
async function readMonths(scope: Scope): Promise<Month[]> {
  const { rows } = await scope.read((db) =>
    db.execute<{ month: PlainDate; type: AccountType; amount: string }>(sql`
      select to_char(month, 'YYYY-MM-DD') as month, type, sum(amount) as amount from (
        select ${accountMonths.month} as month, ${accounts.type} as type, ${accountMonths.amountCents} as amount
          from ${accountMonths} join ${accounts} on ${owned(scope, accounts)} and ${accounts.id} = ${accountMonths.accountId}
          where ${owned(scope, accountMonths)}
        union all
        select date_trunc('month', ${journalLines.entryOn}::timestamp)::date, ${accounts.type}, -${journalLines.amountCents}
          from ${journalEntries} join ${journalLines} on ${owned(scope, journalLines)} and ${journalLines.entryId} = ${journalEntries.id}
          join ${accounts} on ${owned(scope, accounts)} and ${accounts.id} = ${journalLines.accountId}
          where ${owned(scope, journalEntries)} and ${journalEntries.sourceType} in ('closing', 'closing_void')
      ) moved where type in ('income', 'expense') group by 1, 2 order by 1`),
  );
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

/** Every closing entry in order, whether it stands, and how many entries came into its year after it. */
export async function listClosings(scope: Scope): Promise<Closing[]> {
  const { rows } = await scope.read((db) =>
    db.execute<Omit<Closing, "number" | "since"> & { number: string; since: string }>(sql`
      select c.id, c.number, to_char(c.entry_on, 'YYYY-MM-DD') as "entryOn", not exists (
          select 1 from journal_entries r where r.company_id = c.company_id and r.reverses_entry_id = c.id) as standing, (
          select count(*) from journal_entries e where e.company_id = c.company_id and e.number > c.number
            and e.entry_on > c.entry_on - interval '1 year' and e.entry_on <= c.entry_on
            and e.source_type not in ('closing', 'closing_void') and exists (
              select 1 from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
              where l.company_id = e.company_id and l.entry_id = e.id and a.type in ('income', 'expense'))) as since
      from journal_entries c where c.company_id = ${scope.company.id} and c.source_type = 'closing' order by c.number`),
  );
  return rows.map((row) => ({ ...row, number: Number(row.number), since: Number(row.since) }));
}

/** The first closed period that has the day or lies after it: nothing is posted on that day until it is reopened. */
export async function findPeriodInTheWay(scope: Scope, day: PlainDate): Promise<{ id: PeriodId; name: string } | null> {
  const [closed] = await scope.read((db) =>
    db
      .select({ id: accountingPeriods.id, name: accountingPeriods.name })
      .from(accountingPeriods)
      .where(
        and(
          owned(scope, accountingPeriods),
          eq(accountingPeriods.status, "closed"),
          gte(accountingPeriods.endsOn, day),
        ),
      )
      .orderBy(accountingPeriods.endsOn)
      .limit(1),
  );
  return closed ?? null;
}

export type ClosingLine = { accountId: AccountId; code: string; name: string; type: AccountType; amountCents: Cents };

/**
 * What income and expense accounts moved by in the year, all entries counted but `without`: the closing entry takes it back.
 */
export async function movementsOf(
  scope: Scope,
  { startsOn, endsOn }: FiscalYear,
  without: JournalEntryId | null = null,
): Promise<ClosingLine[]> {
  const { rows } = await scope.read((db) =>
    db.execute<Omit<ClosingLine, "amountCents"> & { amount: string }>(sql`
      select ${accounts.id} as "accountId", ${accounts.code} as code, ${accounts.name} as name, ${accounts.type} as type,
        sum(m.amount) as amount
      from ${accounts} join (
        select ${accountMonths.accountId} as account_id, ${accountMonths.amountCents} as amount from ${accountMonths}
          where ${owned(scope, accountMonths)} and ${accountMonths.month} between ${startsOn} and ${endsOn}
        union all
        select ${journalLines.accountId}, -${journalLines.amountCents} from ${journalLines}
          where ${owned(scope, journalLines)} and ${journalLines.entryId} = ${without}) m on m.account_id = ${accounts.id}
      where ${owned(scope, accounts)} and ${accounts.type} in ('income', 'expense')
      group by ${accounts.id}, ${accounts.code}, ${accounts.name}, ${accounts.type}
      having sum(m.amount) <> 0 order by ${accounts.code}`),
  );
  return rows.map(({ amount, ...row }) => ({ ...row, amountCents: cents(Number(amount)) }));
}
