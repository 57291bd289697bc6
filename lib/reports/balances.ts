import { type SQL, sql } from "drizzle-orm";
import { accountMonths, accounts, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { AccountRole, AccountType } from "@/lib/ledger/account";

/** `from` is null where the statement reaches back to the first entry. Both ends are days of it. */
export type Range = { from: PlainDate | null; to: PlainDate };

export type AccountBalance = {
  accountId: AccountId;
  code: string;
  name: string;
  type: AccountType;
  role: AccountRole | null;
  isActive: boolean;
  /** Debit positive. */
  balanceCents: Cents;
};

/**
 * What each account of the query's `accounts` held before a day: its whole months from the rollup, and only the lines of
 * the broken month. So a statement costs the same however long the journal grows.
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

export function balanceAtStart({ from }: Range): SQL {
  return from ? balanceBefore(sql`${from}::date`) : sql`0`;
}

/** All accounts by code with what moved on them in a range; with an open start that is their balance. One query. */
export async function readBalances(scope: Scope<"reports.read">, range: Range): Promise<AccountBalance[]> {
  const { rows } = await scope.read((db) =>
    db.execute<Omit<AccountBalance, "balanceCents"> & { balanceCents: string }>(sql`
      select ${accounts.id} as "accountId", ${accounts.code} as code, ${accounts.name} as name, ${accounts.type} as type,
        ${accounts.role} as role, ${accounts.isActive} as "isActive",
        ${balanceAsOf(range.to)} - ${balanceAtStart(range)} as "balanceCents"
      from ${accounts} where ${owned(scope, accounts)} order by ${accounts.code}`),
  );
  return rows.map((row) => ({ ...row, balanceCents: cents(Number(row.balanceCents)) }));
}
