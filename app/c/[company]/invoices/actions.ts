"use server";

import { action } from "@/lib/doors/action";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import { duplicateInvoice } from "@/lib/invoicing/duplicate-invoice";
import {
  deleteInvoiceInput,
  duplicateInvoiceInput,
  editInvoiceInput,
  invoiceExpensesInput,
  invoiceTimeInput,
  issueInvoiceInput,
  newInvoiceInput,
  voidInvoiceInput,
} from "@/lib/invoicing/inputs";
import { invoiceExpenses } from "@/lib/invoicing/invoice-expenses";
import { invoiceTime } from "@/lib/invoicing/invoice-time";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { voidInvoice } from "@/lib/invoicing/void-invoice";
import { issueAndApply } from "@/lib/payments/issue-and-apply";

export const draftInvoiceAction = action({
  name: "invoices.draft",
  can: "invoices.write",
  input: newInvoiceInput,
  run: draftInvoice,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const updateInvoiceAction = action({
  name: "invoices.update",
  can: "invoices.write",
  input: editInvoiceInput,
  run: updateInvoice,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const invoiceTimeAction = action({
  name: "invoices.from_time",
  can: "invoices.write",
  input: invoiceTimeInput,
  run: invoiceTime,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const invoiceExpensesAction = action({
  name: "invoices.from_expenses",
  can: "invoices.write",
  input: invoiceExpensesInput,
  run: invoiceExpenses,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const issueInvoiceAction = action({
  name: "invoices.issue",
  can: "invoices.issue",
  input: issueInvoiceInput,
  run: issueAndApply,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const duplicateInvoiceAction = action({
  name: "invoices.duplicate",
  can: "invoices.write",
  input: duplicateInvoiceInput,
  run: duplicateInvoice,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const deleteInvoiceAction = action({
  name: "invoices.delete",
  can: "invoices.write",
  input: deleteInvoiceInput,
  run: deleteInvoice,
  leadsTo: () => "/invoices",
});

export const voidInvoiceAction = action({
  name: "invoices.void",
  can: "invoices.void",
  input: voidInvoiceInput,
  run: voidInvoice,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});
