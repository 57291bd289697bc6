/** Assets and expenses grow by debits, the others by credits. */
export const accountTypes = ["asset", "liability", "equity", "income", "expense"] as const;
export type AccountType = (typeof accountTypes)[number];

/** What the system itself posts to an account. Each company has one account for each. */
export const accountRoles = [
  "cash",
  "receivable",
  "payable",
  "sales_tax",
  "customer_credit",
  "customer_deposit",
  "equity",
  "retained_earnings",
  "revenue",
  "expense",
  "bad_debt",
  "reimbursable",
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** The chart that a new company starts with. */
export const defaultChart: { code: string; name: string; type: AccountType; role: AccountRole; isBank?: true }[] = [
  { code: "1000", name: "Cash", type: "asset", role: "cash", isBank: true },
  { code: "1100", name: "Accounts Receivable", type: "asset", role: "receivable" },
  { code: "2000", name: "Accounts Payable", type: "liability", role: "payable" },
  { code: "2050", name: "Reimbursements Payable", type: "liability", role: "reimbursable" },
  { code: "2100", name: "Sales Tax Payable", type: "liability", role: "sales_tax" },
  { code: "2200", name: "Customer Credits", type: "liability", role: "customer_credit" },
  { code: "2300", name: "Customer Deposits", type: "liability", role: "customer_deposit" },
  { code: "3000", name: "Owner's Equity", type: "equity", role: "equity" },
  { code: "3900", name: "Retained Earnings", type: "equity", role: "retained_earnings" },
  { code: "4000", name: "Revenue", type: "income", role: "revenue" },
  { code: "6000", name: "Expenses", type: "expense", role: "expense" },
  { code: "6100", name: "Bad Debts", type: "expense", role: "bad_debt" },
];

/** Accounts that mirror a subledger: only documents post there, or the two would drift apart. */
export const controlRoles: readonly AccountRole[] = [
  "receivable",
  "payable",
  "reimbursable",
  "customer_credit",
  "customer_deposit",
];

export const typeLabels: Record<AccountType, string> = {
  asset: "Asset",
  liability: "Liability",
  equity: "Equity",
  income: "Income",
  expense: "Expense",
};

export function isDebitNormal(type: AccountType): boolean {
  return type === "asset" || type === "expense";
}

/** A signed balance as people read it: positive on the account's normal side. */
export function onNormalSide(type: AccountType, amountCents: number): number {
  return isDebitNormal(type) ? amountCents : 0 - amountCents;
}
