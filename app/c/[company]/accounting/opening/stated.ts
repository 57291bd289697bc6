import { parseMoney } from "@/lib/kernel/decimal-text";
import type { OpeningAccount } from "@/lib/ledger/opening";

export type Sides = { debit: string; credit: string };
/** By account, as it is typed. An account that is not here is stated as zero. */
export type Stated = Record<string, Sides>;

/** The `lines` field: what lib/ledger/inputs.ts reads. */
export function sentBalances(accounts: OpeningAccount[], stated: Stated): string {
  const lines = accounts.flatMap(({ accountId }) => {
    const sides = stated[accountId];
    return sides && (sides.debit.trim() || sides.credit.trim()) ? [{ accountId, ...sides }] : [];
  });
  return JSON.stringify(lines);
}

/** Debit positive. What can't be read counts as zero until it can. */
export function centsOf(sides: Sides | undefined): number {
  return amountIn(sides?.debit) - amountIn(sides?.credit);
}

export function totalsOf(stated: Stated): { debitCents: number; creditCents: number } {
  const all = Object.values(stated);
  const sum = (side: keyof Sides) => all.reduce((total, sides) => total + amountIn(sides[side]), 0);
  return { debitCents: sum("debit"), creditCents: sum("credit") };
}

function amountIn(text: string | undefined): number {
  const parsed = parseMoney(text ?? "");
  return parsed.ok ? Math.max(parsed.value, 0) : 0;
}
