import { z } from "zod";
import { dayField, idField, moneyField, optionalMoney, revisionField, textField } from "@/lib/kernel/fields";

const details = {
  notedOn: dayField("the day of the credit note"),
  subtotal: moneyField("an amount"),
  /** Left empty: the invoice's own part of tax, for the amount. */
  tax: optionalMoney("a tax"),
  reason: textField("a reason", { max: 500 }),
};

export const newCreditNoteInput = z.object({ invoiceId: idField("invoice", "an invoice"), ...details });

export const editCreditNoteInput = z.object({
  creditNoteId: idField("creditNote", "a credit note"),
  revision: revisionField(),
  ...details,
});

export const creditNoteInput = z.object({
  creditNoteId: idField("creditNote", "a credit note"),
  revision: revisionField(),
});

export const voidCreditNoteInput = z.object({
  creditNoteId: idField("creditNote", "a credit note"),
  voidedOn: dayField("the day of the void"),
  reason: textField("a reason", { max: 500 }),
});

export type NewCreditNoteInput = z.output<typeof newCreditNoteInput>;
export type EditCreditNoteInput = z.output<typeof editCreditNoteInput>;
export type CreditNoteInput = z.output<typeof creditNoteInput>;
export type VoidCreditNoteInput = z.output<typeof voidCreditNoteInput>;
