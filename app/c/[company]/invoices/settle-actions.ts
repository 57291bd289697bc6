"use server";

import { action } from "@/lib/doors/action";
import { applyCredit } from "@/lib/payments/apply-credit";
import { applyDeposit } from "@/lib/payments/apply-deposit";
import { applyCreditInput, applyDepositInput, writeOffInput } from "@/lib/payments/settlement-inputs";
import { writeOff } from "@/lib/payments/write-off";

export const applyCreditAction = action({
  name: "invoices.apply_credit",
  can: "payments.write",
  input: applyCreditInput,
  run: applyCredit,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const applyDepositAction = action({
  name: "invoices.apply_deposit",
  can: "payments.write",
  input: applyDepositInput,
  run: applyDeposit,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const writeOffAction = action({
  name: "invoices.write_off",
  can: "payments.write",
  input: writeOffInput,
  run: writeOff,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});
