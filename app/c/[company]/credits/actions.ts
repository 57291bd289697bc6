"use server";

import { action } from "@/lib/doors/action";
import { adjustCredit, payOutCredit } from "@/lib/payments/adjust-credit";
import { adjustCreditInput, payOutCreditInput, voidSettlementInput } from "@/lib/payments/settlement-inputs";
import { voidSettlement } from "@/lib/payments/void-settlement";

export const adjustCreditAction = action({
  name: "credits.adjust",
  can: "payments.write",
  input: adjustCreditInput,
  run: adjustCredit,
  leadsTo: ({ settlementId }) => `/credits/${settlementId}`,
});

export const payOutCreditAction = action({
  name: "credits.pay-out",
  can: "payments.write",
  input: payOutCreditInput,
  run: payOutCredit,
  leadsTo: ({ settlementId }) => `/credits/${settlementId}`,
});

/** The page stays: on the payment a refund is undone beside the others. */
export const voidSettlementAction = action({
  name: "settlements.void",
  can: "payments.write",
  input: voidSettlementInput,
  run: voidSettlement,
});
