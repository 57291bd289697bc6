import { sql } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { addDays, type PlainDate } from "@/lib/kernel/dates";
import type { AccountId, JournalEntryId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { type AccountRole, type AccountType, controlRoles } from "./account";
import { balanceAsOf } from "./balances";
import { fiscalYearOf } from "./fiscal-year";

export type OpeningAccount = {
  accountId: AccountId;
  code: string;
  name: string;
  type: AccountType;
  /** Kept by documents: stated, compared, never posted. */
  isControl: boolean;
  /** What the books say at the end of the day, debit positive. */
  booksCents: Cents;
};

/** Every account in use with what the books say of it on a day. */
export async function listOpeningAccounts(scope: Scope, day: PlainDate): Promise<OpeningAccount[]> {
  const { rows } = await scope.read((db) =>
    db.execute<Omit<OpeningAccount, "isControl" | "booksCents"> & { role: AccountRole | null; books: string }>(sql`
      select * from (
        select ${accounts.id} as "accountId", ${accounts.code} as code, ${accounts.name} as name, ${accounts.type} as type,
          ${accounts.role} as role, ${accounts.isActive} as active, ${balanceAsOf(day)} as books
        from ${accounts} where ${owned(scope, accounts)}) a
      where active or books <> 0 order by code`),
  );
  return rows.map(({ accountId, code, name, type, role, books }) => ({
    ...{ accountId, code, name, type },
    isControl: role !== null && controlRoles.includes(role),
    booksCents: cents(Number(books)),
  }));
}

/** The day before the fiscal year in which the books begin: of the first entry that opens nothing, or of today. */
export async function usualOpeningDay(scope: Scope): Promise<PlainDate> {
  const { rows } = await scope.read((db) =>
    db.execute<{ first: PlainDate | null }>(sql`
      select to_char(min(entry_on), 'YYYY-MM-DD') as first from journal_entries
      where company_id = ${scope.company.id} and source_type not in ('opening', 'opening_void')`),
  );
  const { startsOn } = fiscalYearOf(rows[0]?.first ?? scope.today, scope.company.fiscalYearStartMonth);
  return addDays(startsOn, -1);
}

export type OpeningEntry = {
  id: JournalEntryId;
  number: number;
  entryOn: PlainDate;
  totalCents: Cents;
  standing: boolean;
};

/** Every opening entry in order; one at most stands. */
export async function listOpenings(scope: Scope): Promise<OpeningEntry[]> {
  const { rows } = await scope.read((db) =>
    db.execute<Omit<OpeningEntry, "number" | "totalCents"> & { number: string; total: string }>(sql`
      select o.id, o.number, to_char(o.entry_on, 'YYYY-MM-DD') as "entryOn", o.total_cents as total, not exists (
        select 1 from journal_entries r where r.company_id = o.company_id and r.reverses_entry_id = o.id) as standing
      from journal_entries o where o.company_id = ${scope.company.id} and o.source_type = 'opening' order by o.number`),
  );
  return rows.map(({ total, ...row }) => ({ ...row, number: Number(row.number), totalCents: cents(Number(total)) }));
}
