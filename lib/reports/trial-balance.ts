import type { Scope } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import type { AccountType } from "@/lib/ledger/account";
import { readBalances } from "./balances";

export type TrialBalanceLine = {
  accountId: AccountId;
  code: string;
  name: string;
  type: AccountType;
  /** One of the two is zero: the balance stands on the side where it is. */
  debitCents: Cents;
  creditCents: Cents;
};

export type TrialBalance = { asOf: PlainDate; lines: TrialBalanceLine[]; debitCents: Cents; creditCents: Cents };

/** Every account with its balance at the end of a day; accounts that are deactivated and empty are left out. */
export async function trialBalance(scope: Scope<"reports.read">, { asOf }: { asOf: PlainDate }): Promise<TrialBalance> {
  const balances = await readBalances(scope, { from: null, to: asOf });
  const lines = balances
    .filter(({ isActive, balanceCents }) => isActive || balanceCents !== 0)
    .map(({ accountId, code, name, type, balanceCents }) => ({
      ...{ accountId, code, name, type },
      debitCents: cents(Math.max(balanceCents, 0)),
      creditCents: cents(Math.max(0 - balanceCents, 0)),
    }));
  const debitCents = sumCents(lines.map((line) => line.debitCents));
  const creditCents = sumCents(lines.map((line) => line.creditCents));
  assert(debitCents === creditCents, `trial balance as of ${asOf}: ${debitCents} debit, ${creditCents} credit`);
  return { asOf, lines, debitCents, creditCents };
}
