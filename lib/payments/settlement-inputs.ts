import { z } from "zod";
import { dayField, idField, moneyField, optionalId, optionalText, textField } from "@/lib/kernel/fields";

export const refundInput = z.object({
  paymentId: idField("payment", "a payment"),
  refundedOn: dayField("the day of the refund"),
  amount: moneyField("an amount", { min: 1 }),
  accountId: optionalId("account", "an account"),
  reason: textField("a reason", { max: 500 }),
});

export const applyCreditInput = z.object({
  invoiceId: idField("invoice", "an invoice"),
  appliedOn: dayField("the day"),
  amount: moneyField("an amount", { min: 1 }),
  memo: optionalText("a memo", { max: 500 }),
});

export const adjustCreditInput = z.object({
  clientId: idField("client", "a client"),
  direction: z.enum(["grant", "reduce"], { error: "Choose whether credit is added or taken away." }),
  adjustedOn: dayField("the day"),
  amount: moneyField("an amount", { min: 1 }),
  accountId: optionalId("account", "an account"),
  reason: textField("a reason", { max: 500 }),
});

export const payOutCreditInput = z.object({
  clientId: idField("client", "a client"),
  paidOn: dayField("the day it was paid out"),
  amount: moneyField("an amount", { min: 1 }),
  accountId: optionalId("account", "an account"),
  reason: textField("a reason", { max: 500 }),
});

export const writeOffInput = z.object({
  invoiceId: idField("invoice", "an invoice"),
  writtenOffOn: dayField("the day of the write-off"),
  amount: moneyField("an amount", { min: 1 }),
  reason: textField("a reason", { max: 500 }),
});

export const applyDepositInput = z.object({
  invoiceId: idField("invoice", "an invoice"),
  depositInvoiceId: idField("invoice", "a deposit"),
  appliedOn: dayField("the day"),
  amount: moneyField("an amount", { min: 1 }),
});

export const voidSettlementInput = z.object({
  settlementId: idField("settlement", "a record"),
  voidedOn: dayField("the day"),
  reason: textField("a reason", { max: 500 }),
});

export type RefundInput = z.output<typeof refundInput>;
export type ApplyCreditInput = z.output<typeof applyCreditInput>;
export type AdjustCreditInput = z.output<typeof adjustCreditInput>;
export type PayOutCreditInput = z.output<typeof payOutCreditInput>;
export type WriteOffInput = z.output<typeof writeOffInput>;
export type ApplyDepositInput = z.output<typeof applyDepositInput>;
export type VoidSettlementInput = z.output<typeof voidSettlementInput>;
