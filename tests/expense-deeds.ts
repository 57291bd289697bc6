import type { Desk } from "@/lib/doors/console";
import { approveExpenses, submitExpenses } from "@/lib/expenses/approve-expenses";
import type { NewBillInput, PayBillsInput } from "@/lib/expenses/bill-inputs";
import { listCategories } from "@/lib/expenses/categories";
import { createExpense } from "@/lib/expenses/create-expense";
import { draftBill } from "@/lib/expenses/draft-bill";
import type { NewExpenseInput } from "@/lib/expenses/inputs";
import { payBills, voidBillPayment } from "@/lib/expenses/pay-bills";
import { postBill, voidBill } from "@/lib/expenses/post-bill";
import { reimburseExpense } from "@/lib/expenses/reimburse-expense";
import { createVendor } from "@/lib/expenses/save-vendor";
import { voidExpense } from "@/lib/expenses/void-expense";
import { invoiceExpenses } from "@/lib/invoicing/invoice-expenses";
import { addDays, type PlainDate } from "@/lib/kernel/dates";
import type { BillId, BillPaymentId, ClientId, ExpenseId, VendorId } from "@/lib/kernel/ids";
import { accountByCode, dollars, percent, pieces } from "./deeds";
import { type Firm, today } from "./world";

/** The deeds of expenses, vendors and bills, with what a test does not care about filled in. */
let named = 0;

export async function newVendor(desk: Desk, name = `Vendor ${++named}`): Promise<VendorId> {
  const details = { email: "", phone: "", address: "", note: "" };
  return (await desk.work((work) => createVendor(work, { name, ...details }))).vendorId;
}

export async function spentBy(desk: Desk, amount: string, rest: Partial<NewExpenseInput> = {}): Promise<ExpenseId> {
  const [category] = (await listCategories(desk.scope())).filter(({ isActive }) => isActive);
  const input: NewExpenseInput = {
    memberId: null,
    merchant: "Hardware store",
    vendorId: null,
    spentOn: today,
    categoryId: category?.id as NewExpenseInput["categoryId"],
    clientId: null,
    projectId: null,
    description: "Stakes",
    amount: dollars(amount),
    tax: null,
    paidBy: "company",
    paidFromAccountId: null,
    isBillable: false,
    markup: percent("0"),
    ...rest,
  };
  return (await desk.work((work) => createExpense(work, input))).expenseId;
}

export function submitted(desk: Desk, expenseIds: ExpenseId[]) {
  return desk.work((work) => submitExpenses(work, { expenseIds }));
}

export function approveAs(desk: Desk, expenseIds: ExpenseId[]) {
  return desk.work((work) => approveExpenses(work, { expenseIds }));
}

/** Entered and submitted by the manager, approved by the admin. */
export async function approvedExpense(firm: Firm, amount: string, rest: Partial<NewExpenseInput> = {}) {
  const id = await spentBy(firm.manager, amount, rest);
  await submitted(firm.manager, [id]);
  await approveAs(firm.admin, [id]);
  return id;
}

export function reimbursed(desk: Desk, expenseId: ExpenseId, reimbursedOn: PlainDate = today) {
  return desk.work((work) => reimburseExpense(work, { expenseId, reimbursedOn, accountId: null }));
}

export function takeBackExpense(desk: Desk, expenseId: ExpenseId, voidedOn: PlainDate = today) {
  return desk.work((work) => voidExpense(work, { expenseId, voidedOn, reason: "Entered twice" }));
}

export async function chargedTo(desk: Desk, clientId: ClientId, expenseIds: ExpenseId[]) {
  return (await desk.work((work) => invoiceExpenses(work, { clientId, expenseIds, isTaxable: false }))).invoiceId;
}

export async function billOf(desk: Desk, vendorId: VendorId, rest: Partial<NewBillInput> = {}): Promise<NewBillInput> {
  const billedOn = rest.billedOn ?? today;
  return {
    vendorId,
    vendorNumber: "",
    billedOn,
    dueOn: addDays(billedOn, 30),
    note: "",
    tax: dollars("0"),
    lines: [await billLine(desk, "100")],
    ...rest,
  };
}

export async function billLine(desk: Desk, price: string, quantity = "1") {
  const accountId = (await accountByCode(desk))("6000");
  return {
    description: "Materials",
    quantity: pieces(quantity),
    unitPrice: dollars(price),
    accountId,
    projectId: null,
  };
}

export async function draftedBill(desk: Desk, vendorId: VendorId, rest: Partial<NewBillInput> = {}): Promise<BillId> {
  const input = await billOf(desk, vendorId, rest);
  return (await desk.work((work) => draftBill(work, input))).billId;
}

export function postIt(desk: Desk, billId: BillId, revision = 0) {
  return desk.work((work) => postBill(work, { billId, revision }));
}

export async function postedBill(desk: Desk, vendorId: VendorId, rest: Partial<NewBillInput> = {}): Promise<BillId> {
  const billId = await draftedBill(desk, vendorId, rest);
  await postIt(desk, billId);
  return billId;
}

export async function payVendor(
  desk: Desk,
  vendorId: VendorId,
  amounts: [BillId, string][],
  rest: Partial<PayBillsInput> = {},
): Promise<BillPaymentId> {
  const bills = amounts.map(([billId, amount]) => ({ billId, amount: dollars(amount) }));
  const input = { vendorId, paidOn: today, fromAccountId: null, reference: "", bills, ...rest };
  return (await desk.work((work) => payBills(work, input))).billPaymentId;
}

export function takeBackBillPayment(desk: Desk, billPaymentId: BillPaymentId, voidedOn: PlainDate = today) {
  return desk.work((work) => voidBillPayment(work, { billPaymentId, voidedOn, reason: "Wrong account" }));
}

export function takeBackBill(desk: Desk, billId: BillId, voidedOn: PlainDate = today) {
  return desk.work((work) => voidBill(work, { billId, voidedOn, reason: "Wrong vendor" }));
}
