"use server";

import { action } from "@/lib/doors/action";
import { recordPaymentInput, voidPaymentInput } from "@/lib/payments/inputs";
import { recordPayment } from "@/lib/payments/record-payment";
import { voidPayment } from "@/lib/payments/void-payment";

export const recordPaymentAction = action({
  name: "payments.record",
  can: "payments.write",
  input: recordPaymentInput,
  run: recordPayment,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const voidPaymentAction = action({
  name: "payments.void",
  can: "payments.write",
  input: voidPaymentInput,
  run: voidPayment,
  leadsTo: ({ paymentId }) => `/payments/${paymentId}`,
});
