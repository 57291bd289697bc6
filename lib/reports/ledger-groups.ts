import type { AccountType } from "@/lib/ledger/account";

/** The totals of statements, each with the types of accounts that it is the sum of: a ledger of them all is its proof. */
export const ledgerGroups = {
  income: { label: "All income", types: ["income"] },
  expenses: { label: "All expenses", types: ["expense"] },
  earnings: { label: "Income and expenses", types: ["income", "expense"] },
  assets: { label: "All assets", types: ["asset"] },
  liabilities: { label: "All liabilities", types: ["liability"] },
  equity: { label: "Equity with earnings", types: ["equity", "income", "expense"] },
  cash: { label: "All cash accounts", cash: true },
  financing: { label: "Liabilities and equity", types: ["liability", "equity", "income", "expense"] },
} as const satisfies Record<string, { label: string } & ({ types: readonly AccountType[] } | { cash: true })>;

export type LedgerGroup = keyof typeof ledgerGroups;

export function isLedgerGroup(text: string): text is LedgerGroup {
  return Object.hasOwn(ledgerGroups, text);
}
