import type { Scope } from "@/lib/access/scope";
import { type Cents, cents } from "@/lib/kernel/money";
import { type Range, readBalances } from "./balances";
import { type StatementSection, sectionOf } from "./statement";

export type ProfitLoss = Range & { income: StatementSection; expense: StatementSection; netCents: Cents };

/** What was earned and spent between two days, both included, on the accrual basis: by the day of the entry. */
export async function profitLoss(scope: Scope<"reports.read">, { from, to }: Range): Promise<ProfitLoss> {
  const movements = await readBalances(scope, { from, to });
  const income = sectionOf("income", movements);
  const expense = sectionOf("expense", movements);
  return { from, to, income, expense, netCents: cents(income.totalCents - expense.totalCents) };
}
