"use server";

import { action } from "@/lib/doors/action";
import {
  editPlannedInput,
  plannedPaymentInput,
  planPaymentInput,
  recordPaymentInput,
  voidPaymentInput,
} from "@/lib/payments/inputs";
import { deletePlanned, planPayment, updatePlanned } from "@/lib/payments/plan-payment";
import { recordPayment } from "@/lib/payments/record-payment";
import { refundPayment } from "@/lib/payments/refund-payment";
import { refundInput } from "@/lib/payments/settlement-inputs";
import { voidPayment } from "@/lib/payments/void-payment";

/** Money for one invoice leads back to it; else the payment shows where each cent went. */
export const recordPaymentAction = action({
  name: "payments.record",
  can: "payments.write",
  input: recordPaymentInput,
  run: recordPayment,
  leadsTo: ({ paymentId, invoiceId }, { placements }) =>
    invoiceId && placements.length === 1 ? `/invoices/${invoiceId}` : `/payments/${paymentId}`,
});

export const planPaymentAction = action({
  name: "payments.plan",
  can: "payments.write",
  input: planPaymentInput,
  run: planPayment,
  leadsTo: ({ paymentId }) => `/payments/${paymentId}`,
});

export const updatePlannedAction = action({
  name: "payments.edit-planned",
  can: "payments.write",
  input: editPlannedInput,
  run: updatePlanned,
  leadsTo: ({ paymentId }) => `/payments/${paymentId}`,
});

export const deletePlannedAction = action({
  name: "payments.delete-planned",
  can: "payments.write",
  input: plannedPaymentInput,
  run: deletePlanned,
  leadsTo: () => "/payments?status=pending",
});

export const refundPaymentAction = action({
  name: "payments.refund",
  can: "payments.write",
  input: refundInput,
  run: refundPayment,
  leadsTo: ({ paymentId }) => `/payments/${paymentId}`,
});

export const voidPaymentAction = action({
  name: "payments.void",
  can: "payments.write",
  input: voidPaymentInput,
  run: voidPayment,
  leadsTo: ({ paymentId }) => `/payments/${paymentId}`,
});
