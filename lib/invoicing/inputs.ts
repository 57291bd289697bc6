import { z } from "zod";
import {
  checkbox,
  dayField,
  discountField,
  idField,
  jsonList,
  moneyField,
  optionalId,
  optionalMoney,
  optionalText,
  percentField,
  quantityField,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { invoiceKinds, maxLines } from "./invoice";

/** A line as the composer sends it. `lineId` names a line of the draft that is kept; without it the line is new. */
export const invoiceLineInput = z.object({
  lineId: optionalId("invoiceLine", "a line"),
  itemId: optionalId("catalogItem", "a service"),
  description: textField("a description", { max: 1_000 }),
  quantity: quantityField("a quantity"),
  unitPrice: moneyField("a price"),
  discount: discountField("a discount"),
  isTaxable: checkbox(),
  /** Counts only where the document has no percentage. */
  tax: optionalMoney("a tax"),
});

/** Not sent, they stay as they are, and on a new document empty. */
export const documentTexts = {
  headerText: optionalText("a header", { max: 4_000 }).optional(),
  footerText: optionalText("a footer", { max: 4_000 }).optional(),
  terms: optionalText("terms", { max: 8_000 }).optional(),
};

const draft = {
  kind: z.enum(invoiceKinds, { error: "Choose what kind of invoice it is." }).default("standard"),
  clientId: idField("client", "a client"),
  projectId: optionalId("project", "a project"),
  useProjectNumbers: checkbox(),
  issuedOn: dayField("an invoice date"),
  dueOn: dayField("a due date"),
  reference: optionalText("a reference", { max: 100 }),
  notes: optionalText("notes", { max: 4_000 }),
  ...documentTexts,
  taxPercent: percentField("a tax percentage"),
  discount: discountField("a discount"),
  lines: jsonList(z.array(invoiceLineInput).max(maxLines, `An invoice has ${maxLines} lines at most.`)),
};

const dueAfterIssue = {
  check: (input: { issuedOn: string; dueOn: string }) => input.dueOn >= input.issuedOn,
  words: { message: "The due date lies before the invoice date.", path: ["dueOn"] },
};

export const newInvoiceInput = z.object(draft).refine(dueAfterIssue.check, dueAfterIssue.words);

export const editInvoiceInput = z
  .object({ invoiceId: idField("invoice", "an invoice"), revision: revisionField(), ...draft })
  .refine(dueAfterIssue.check, dueAfterIssue.words);

export const groupings = ["service", "entry", "one"] as const;
export type Grouping = (typeof groupings)[number];

export const invoiceTimeInput = z.object({
  clientId: idField("client", "a client"),
  projectId: optionalId("project", "a project"),
  timeEntryIds: z
    .array(idField("timeEntry", "time entries"), { error: "Choose at least one time entry." })
    .min(1, "Choose at least one time entry.")
    .max(5_000),
  grouping: z.enum(groupings, { error: "Choose how to group the time." }),
});

export const invoiceExpensesInput = z.object({
  clientId: idField("client", "a client"),
  expenseIds: z
    .array(idField("expense", "expenses"), { error: "Choose at least one expense." })
    .min(1, "Choose at least one expense.")
    .max(5_000),
  isTaxable: checkbox(),
});

export const issueInvoiceInput = z.object({ invoiceId: idField("invoice", "an invoice"), revision: revisionField() });

export const duplicateInvoiceInput = z.object({ invoiceId: idField("invoice", "an invoice") });

export const deleteInvoiceInput = z.object({ invoiceId: idField("invoice", "an invoice"), revision: revisionField() });

export const voidInvoiceInput = z.object({
  invoiceId: idField("invoice", "an invoice"),
  voidedOn: dayField("the day of the void"),
  reason: textField("a reason", { max: 500 }),
});

export type InvoiceLineInput = z.output<typeof invoiceLineInput>;
export type NewInvoiceInput = z.output<typeof newInvoiceInput>;
export type EditInvoiceInput = z.output<typeof editInvoiceInput>;
export type InvoiceTimeInput = z.output<typeof invoiceTimeInput>;
export type InvoiceExpensesInput = z.output<typeof invoiceExpensesInput>;
export type IssueInvoiceInput = z.output<typeof issueInvoiceInput>;
export type DuplicateInvoiceInput = z.output<typeof duplicateInvoiceInput>;
export type DeleteInvoiceInput = z.output<typeof deleteInvoiceInput>;
export type VoidInvoiceInput = z.output<typeof voidInvoiceInput>;
