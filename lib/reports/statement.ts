import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { type AccountType, onNormalSide } from "@/lib/ledger/account";
import type { AccountBalance } from "./balances";

/** One account on a statement, positive on its normal side. */
export type StatementLine = { accountId: AccountId; code: string; name: string; amountCents: Cents };

export type StatementSection = { type: AccountType; lines: StatementLine[]; totalCents: Cents };

/** The accounts of one type that are not at zero, with their sum. */
export function sectionOf(type: AccountType, balances: AccountBalance[]): StatementSection {
  const lines = balances
    .filter((account) => account.type === type && account.balanceCents !== 0)
    .map(({ accountId, code, name, balanceCents }) => ({
      ...{ accountId, code, name },
      amountCents: cents(onNormalSide(type, balanceCents)),
    }));
  return { type, lines, totalCents: sumCents(lines.map((line) => line.amountCents)) };
}
