"use server";

import { action } from "@/lib/doors/action";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import {
  deleteInvoiceInput,
  editInvoiceInput,
  invoiceTimeInput,
  issueInvoiceInput,
  newInvoiceInput,
  voidInvoiceInput,
} from "@/lib/invoicing/inputs";
import { invoiceTime } from "@/lib/invoicing/invoice-time";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { voidInvoice } from "@/lib/invoicing/void-invoice";

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

export const issueInvoiceAction = action({
  name: "invoices.issue",
  can: "invoices.issue",
  input: issueInvoiceInput,
  run: issueInvoice,
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
