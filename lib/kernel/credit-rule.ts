/** What happens to client credit when there are open invoices. */
export const creditRules = ["off", "suggest", "automatic"] as const;
export type CreditRule = (typeof creditRules)[number];

export const creditRuleLabels: Record<CreditRule, string> = {
  off: "Leave it to us",
  suggest: "Suggest it on the invoice",
  automatic: "Apply it by itself, oldest due first",
};
