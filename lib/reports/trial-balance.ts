import type { Scope } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import type { AccountType } from "@/lib/ledger/account";
import { readMovements } from "./balances";
import { ledgerLines } from "./ledger-lines";
import type { Report } from "./report";
import { money } from "./sheet";

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
export async function trialBalance(
  scope: Scope<"reports.read">,
  { asOf, known = null }: { asOf: PlainDate; known?: PlainDate | null },
): Promise<TrialBalance> {
  const balances = await readMovements(scope, [{ from: null, to: asOf }], { known });
  const lines = balances
    .map(({ amounts: [balance = 0], ...account }) => ({ ...account, balance }))
    .filter(({ isActive, balance }) => isActive || balance !== 0)
    .map(({ accountId, code, name, type, balance }) => ({
      ...{ accountId, code, name, type },
      debitCents: cents(Math.max(balance, 0)),
      creditCents: cents(Math.max(0 - balance, 0)),
    }));
  const debitCents = sumCents(lines.map((line) => line.debitCents));
  const creditCents = sumCents(lines.map((line) => line.creditCents));
  assert(debitCents === creditCents, `trial balance as of ${asOf}: ${debitCents} debit, ${creditCents} credit`);
  return { asOf, lines, debitCents, creditCents };
}

export const trialBalanceReport: Report = {
  slug: "trial-balance",
  title: "Trial balance",
  words: "Every account with its balance on a day; debits equal credits.",
  group: "statements",
  right: "reports.read",
  asks: { days: "day", known: true },
  make: async (scope, { to, known }) => {
    const report = await trialBalance(scope, { asOf: to, known });
    const linesOf = (account: AccountId, sign: 1 | -1) => ledgerLines({ account }, { from: null, to }, { known }, sign);
    return {
      caption: "Trial balance",
      of: "Account",
      columns: [
        { label: "Debit", kind: "money" },
        { label: "Credit", kind: "money" },
      ],
      rows: [
        ...report.lines.map(({ accountId, code, name, debitCents, creditCents }) => ({
          key: accountId,
          style: "line" as const,
          code,
          label: name,
          cells: [
            money(debitCents, debitCents ? linesOf(accountId, 1) : null),
            money(creditCents, creditCents ? linesOf(accountId, -1) : null),
          ],
        })),
        { key: "total", style: "last", label: "Total", cells: [money(report.debitCents), money(report.creditCents)] },
      ],
      empty: "There is no account.",
      notes: [],
    };
  },
};
