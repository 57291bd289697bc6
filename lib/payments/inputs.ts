import { z } from "zod";
import { checkbox, dayField, idField, moneyField, optionalId, optionalText, textField } from "@/lib/kernel/fields";
import { paymentMethods } from "./payment";

export const recordPaymentInput = z.object({
  invoiceId: idField("invoice", "an invoice"),
  receivedOn: dayField("the day the money came in"),
  amount: moneyField("an amount", { min: 1 }),
  method: z.enum(paymentMethods, { error: "Choose how it was paid." }),
  depositAccountId: optionalId("account", "an account"),
  reference: optionalText("a reference", { max: 100 }),
  note: optionalText("a note", { max: 1_000 }),
  /** Said before saving: what is more than the balance becomes client credit. */
  acceptExcess: checkbox(),
});

export const voidPaymentInput = z.object({
  paymentId: idField("payment", "a payment"),
  voidedOn: dayField("the day of the void"),
  reason: textField("a reason", { max: 500 }),
});

export type RecordPaymentInput = z.output<typeof recordPaymentInput>;
export type VoidPaymentInput = z.output<typeof voidPaymentInput>;
