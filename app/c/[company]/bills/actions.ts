"use server";

import { action } from "@/lib/doors/action";
import {
  billInput,
  editBillInput,
  newBillInput,
  payBillsInput,
  voidBillInput,
  voidBillPaymentInput,
} from "@/lib/expenses/bill-inputs";
import { deleteBill, draftBill, updateBill } from "@/lib/expenses/draft-bill";
import { payBills, voidBillPayment } from "@/lib/expenses/pay-bills";
import { postBill, voidBill } from "@/lib/expenses/post-bill";

const toBill = ({ billId }: { billId: string }) => `/bills/${billId}` as const;
const toPayment = ({ billPaymentId }: { billPaymentId: string }) => `/bills/payments/${billPaymentId}` as const;

export const draftBillAction = action({
  name: "bills.draft",
  can: "bills.write",
  input: newBillInput,
  run: draftBill,
  leadsTo: toBill,
});

export const updateBillAction = action({
  name: "bills.update",
  can: "bills.write",
  input: editBillInput,
  run: updateBill,
  leadsTo: toBill,
});

export const deleteBillAction = action({
  name: "bills.delete",
  can: "bills.write",
  input: billInput,
  run: deleteBill,
  leadsTo: () => "/bills",
});

export const postBillAction = action({
  name: "bills.post",
  can: "bills.write",
  input: billInput,
  run: postBill,
  leadsTo: toBill,
});

export const voidBillAction = action({
  name: "bills.void",
  can: "bills.write",
  input: voidBillInput,
  run: voidBill,
  leadsTo: toBill,
});

export const payBillsAction = action({
  name: "bills.pay",
  can: "bills.write",
  input: payBillsInput,
  run: payBills,
  leadsTo: toPayment,
});

export const voidBillPaymentAction = action({
  name: "bills.void_payment",
  can: "bills.write",
  input: voidBillPaymentInput,
  run: voidBillPayment,
  leadsTo: toPayment,
});
