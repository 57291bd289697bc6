import { z } from "zod";
import {
  dayField,
  idField,
  jsonList,
  moneyField,
  optionalId,
  optionalText,
  quantityField,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { maxBillLines } from "./bill";

const orNone = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "") ? "0" : value;

const billLine = z.object({
  description: textField("a description", { max: 500 }),
  quantity: quantityField("a quantity"),
  unitPrice: moneyField("a price"),
  accountId: idField("account", "an account"),
  projectId: optionalId("project", "a project"),
});

const draft = {
  vendorId: idField("vendor", "a vendor"),
  vendorNumber: optionalText("the vendor's number", { max: 60 }),
  billedOn: dayField("the bill's date"),
  dueOn: dayField("a due date"),
  note: optionalText("a note", { max: 2_000 }),
  tax: z.preprocess(orNone, moneyField("the tax")),
  lines: jsonList(z.array(billLine).max(maxBillLines, `A bill has ${maxBillLines} lines at most.`)),
};

const dueAfter = {
  check: (input: { billedOn: string; dueOn: string }) => input.dueOn >= input.billedOn,
  words: { message: "The due date lies before the bill's date.", path: ["dueOn"] },
};

export const newBillInput = z.object(draft).refine(dueAfter.check, dueAfter.words);
export const editBillInput = z
  .object({ billId: idField("bill", "a bill"), revision: revisionField(), ...draft })
  .refine(dueAfter.check, dueAfter.words);
export const billInput = z.object({ billId: idField("bill", "a bill"), revision: revisionField() });
export const voidBillInput = z.object({
  billId: idField("bill", "a bill"),
  voidedOn: dayField("the day of the void"),
  reason: textField("a reason", { max: 500 }),
});

const paidBill = z.object({
  billId: idField("bill", "a bill"),
  amount: z.preprocess(orNone, moneyField("an amount")),
});

/** Bills with nothing entered beside them are not paid. */
export const payBillsInput = z.object({
  vendorId: idField("vendor", "a vendor"),
  paidOn: dayField("the day of the payment"),
  fromAccountId: optionalId("account", "an account"),
  reference: optionalText("a reference", { max: 100 }),
  bills: jsonList(z.array(paidBill).max(500, "Pay 500 bills or fewer at a time.")),
});
export const voidBillPaymentInput = z.object({
  billPaymentId: idField("billPayment", "a payment"),
  voidedOn: dayField("the day of the void"),
  reason: textField("a reason", { max: 500 }),
});

export type NewBillInput = z.output<typeof newBillInput>;
export type EditBillInput = z.output<typeof editBillInput>;
export type BillInput = z.output<typeof billInput>;
export type VoidBillInput = z.output<typeof voidBillInput>;
export type PayBillsInput = z.output<typeof payBillsInput>;
export type VoidBillPaymentInput = z.output<typeof voidBillPaymentInput>;
