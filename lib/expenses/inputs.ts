import { z } from "zod";
import {
  checkbox,
  dayField,
  idField,
  moneyField,
  optionalEmail,
  optionalId,
  optionalMoney,
  optionalText,
  percentField,
  revisionField,
  textField,
} from "@/lib/kernel/fields";

const orNone = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "") ? "0" : value;

const spent = {
  merchant: optionalText("a merchant", { max: 160 }),
  vendorId: optionalId("vendor", "a vendor"),
  spentOn: dayField("the day"),
  categoryId: idField("expenseCategory", "a category"),
  clientId: optionalId("client", "a client"),
  projectId: optionalId("project", "a project"),
  description: optionalText("a description", { max: 500 }),
  amount: moneyField("an amount", { min: 1 }),
  tax: optionalMoney("the tax"),
  paidBy: z.enum(["company", "member"], { error: "Choose whose money it was." }),
  paidFromAccountId: optionalId("account", "an account"),
  isBillable: checkbox(),
  markup: z.preprocess(orNone, percentField("a markup")),
};

type Spent = { merchant: string; vendorId: string | null; amount: number; tax: number | null };

function checked<S extends z.ZodType<Spent>>(schema: S) {
  return schema
    .refine((x) => x.merchant !== "" || x.vendorId !== null, {
      message: "Enter where the money was spent.",
      path: ["merchant"],
    })
    .refine((x) => (x.tax ?? 0) <= x.amount, { message: "The tax is a part of the amount.", path: ["tax"] });
}

/** Without a member it is one's own. */
export const newExpenseInput = checked(z.object({ memberId: optionalId("member", "a member"), ...spent }));
export const editExpenseInput = checked(
  z.object({ expenseId: idField("expense", "an expense"), revision: revisionField(), ...spent }),
);
export const expenseInput = z.object({ expenseId: idField("expense", "an expense") });

const chosen = {
  expenseIds: z
    .array(idField("expense", "expenses"), { error: "Tick at least one expense." })
    .min(1, "Tick at least one expense.")
    .max(500, "Tick 500 expenses or fewer."),
};

export const expensesInput = z.object(chosen);
const returnExpensesInput = z.object({ ...chosen, reason: textField("a reason", { max: 500 }) });

/** The approvals' form has two buttons; only a return says why. */
export const decideExpensesInput = z.discriminatedUnion(
  "intent",
  [expensesInput.extend({ intent: z.literal("approve") }), returnExpensesInput.extend({ intent: z.literal("return") })],
  { error: "Approve or return the expenses." },
);

export const reimburseExpenseInput = z.object({
  expenseId: idField("expense", "an expense"),
  reimbursedOn: dayField("the day of the reimbursement"),
  accountId: optionalId("account", "an account"),
});

export const voidExpenseInput = z.object({
  expenseId: idField("expense", "an expense"),
  voidedOn: dayField("the day of the void"),
  reason: textField("a reason", { max: 500 }),
});

export const newCategoryInput = z.object({
  name: textField("a name", { max: 120 }),
  accountId: idField("account", "an account"),
});
export const editCategoryInput = newCategoryInput.extend({
  categoryId: idField("expenseCategory", "a category"),
  revision: revisionField(),
});
export const categoryInput = z.object({ categoryId: idField("expenseCategory", "a category") });

const vendor = {
  name: textField("the vendor's name", { max: 160 }),
  email: optionalEmail(),
  phone: optionalText("a phone number", { max: 40 }),
  address: optionalText("an address", { max: 500 }),
  note: optionalText("a note", { max: 4_000 }),
};
export const newVendorInput = z.object(vendor);
export const editVendorInput = z.object({
  vendorId: idField("vendor", "a vendor"),
  revision: revisionField(),
  ...vendor,
});
export const vendorInput = z.object({ vendorId: idField("vendor", "a vendor") });

export type NewExpenseInput = z.output<typeof newExpenseInput>;
export type EditExpenseInput = z.output<typeof editExpenseInput>;
export type ExpenseInput = z.output<typeof expenseInput>;
export type ExpensesInput = z.output<typeof expensesInput>;
export type ReturnExpensesInput = z.output<typeof returnExpensesInput>;
export type ReimburseExpenseInput = z.output<typeof reimburseExpenseInput>;
export type VoidExpenseInput = z.output<typeof voidExpenseInput>;
export type NewCategoryInput = z.output<typeof newCategoryInput>;
export type EditCategoryInput = z.output<typeof editCategoryInput>;
export type CategoryInput = z.output<typeof categoryInput>;
export type NewVendorInput = z.output<typeof newVendorInput>;
export type EditVendorInput = z.output<typeof editVendorInput>;
export type VendorInput = z.output<typeof vendorInput>;
