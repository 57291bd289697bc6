/** What is settled with a client besides payments and credit notes. */
export const settlementKinds = [
  "refund",
  "credit_application",
  "credit_grant",
  "credit_reduction",
  "credit_payout",
  "write_off",
  "deposit_application",
] as const;
export type SettlementKind = (typeof settlementKinds)[number];
export type SettlementStatus = "standing" | "void";

export const settlementLabels: Record<SettlementKind, string> = {
  refund: "Refund",
  credit_application: "Credit applied",
  credit_grant: "Credit granted",
  credit_reduction: "Credit reduced",
  credit_payout: "Credit paid out",
  write_off: "Write-off",
  deposit_application: "Deposit applied",
};
