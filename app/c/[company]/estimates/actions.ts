"use server";

import { action } from "@/lib/doors/action";
import { acceptEstimate } from "@/lib/invoicing/accept-estimate";
import { convertEstimate, invoiceDeposit, invoicePart } from "@/lib/invoicing/convert-estimate";
import { declineEstimate, withdrawEstimate } from "@/lib/invoicing/decline-estimate";
import { deleteEstimate, draftEstimate, updateEstimate } from "@/lib/invoicing/draft-estimate";
import { duplicateEstimate } from "@/lib/invoicing/duplicate-estimate";
import {
  acceptEstimateInput,
  editEstimateInput,
  endEstimateInput,
  estimateInput,
  estimateRevisionInput,
  extendEstimateInput,
  invoicePartInput,
  newEstimateInput,
} from "@/lib/invoicing/estimate-inputs";
import { extendEstimate, sendEstimate } from "@/lib/invoicing/send-estimate";

export const draftEstimateAction = action({
  name: "estimates.draft",
  can: "estimates.write",
  input: newEstimateInput,
  run: draftEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const updateEstimateAction = action({
  name: "estimates.update",
  can: "estimates.write",
  input: editEstimateInput,
  run: updateEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const deleteEstimateAction = action({
  name: "estimates.delete",
  can: "estimates.write",
  input: estimateRevisionInput,
  run: deleteEstimate,
  leadsTo: ({ kind }) => `/${kind}s`,
});

export const duplicateEstimateAction = action({
  name: "estimates.duplicate",
  can: "estimates.write",
  input: estimateInput,
  run: duplicateEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const sendEstimateAction = action({
  name: "estimates.send",
  can: "estimates.send",
  input: estimateRevisionInput,
  run: sendEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const extendEstimateAction = action({
  name: "estimates.extend",
  can: "estimates.send",
  input: extendEstimateInput,
  run: extendEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const acceptEstimateAction = action({
  name: "estimates.accept",
  can: "estimates.send",
  input: acceptEstimateInput,
  run: acceptEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const declineEstimateAction = action({
  name: "estimates.decline",
  can: "estimates.send",
  input: endEstimateInput,
  run: declineEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const withdrawEstimateAction = action({
  name: "estimates.withdraw",
  can: "estimates.send",
  input: endEstimateInput,
  run: withdrawEstimate,
  leadsTo: ({ kind, estimateId }) => `/${kind}s/${estimateId}`,
});

export const convertEstimateAction = action({
  name: "estimates.convert",
  can: ["estimates.write", "invoices.write"],
  input: estimateInput,
  run: convertEstimate,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const invoicePartAction = action({
  name: "estimates.invoice_part",
  can: ["estimates.write", "invoices.write"],
  input: invoicePartInput,
  run: invoicePart,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const invoiceDepositAction = action({
  name: "estimates.invoice_deposit",
  can: ["estimates.write", "invoices.write"],
  input: estimateInput,
  run: invoiceDeposit,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});
