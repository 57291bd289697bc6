import type { Scope } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import { type Cents, cents } from "@/lib/kernel/money";
import { readBalances } from "./balances";
import { type StatementSection, sectionOf } from "./statement";

export type BalanceSheet = {
  asOf: PlainDate;
  assets: StatementSection;
  liabilities: StatementSection;
  equity: StatementSection;
  /** Income less expenses since the first entry: what the owners earned and no closing entry has moved yet. */
  currentEarningsCents: Cents;
  totalEquityCents: Cents;
  /** Equals the assets, or the books are broken and this throws. */
  liabilitiesAndEquityCents: Cents;
};

/** What the firm owns and owes at the end of a day. Assets = liabilities + equity, asserted. */
export async function balanceSheet(scope: Scope<"reports.read">, { asOf }: { asOf: PlainDate }): Promise<BalanceSheet> {
  const balances = await readBalances(scope, { from: null, to: asOf });
  const assets = sectionOf("asset", balances);
  const liabilities = sectionOf("liability", balances);
  const equity = sectionOf("equity", balances);
  const income = sectionOf("income", balances);
  const expense = sectionOf("expense", balances);
  const currentEarningsCents = cents(income.totalCents - expense.totalCents);
  const totalEquityCents = cents(equity.totalCents + currentEarningsCents);
  const liabilitiesAndEquityCents = cents(liabilities.totalCents + totalEquityCents);
  assert(
    assets.totalCents === liabilitiesAndEquityCents,
    `balance sheet as of ${asOf}: assets ${assets.totalCents}, liabilities and equity ${liabilitiesAndEquityCents}`,
  );
  return { asOf, assets, liabilities, equity, currentEarningsCents, totalEquityCents, liabilitiesAndEquityCents };
}
