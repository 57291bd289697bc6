import { sql } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { AccountRole, AccountType } from "@/lib/ledger/account";
import { balanceAsOf, balanceAtStart } from "@/lib/ledger/balances";

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
