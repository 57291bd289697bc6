import { plainDate } from "@/lib/kernel/dates";
import type { BillId, BillPaymentId, ExpenseId } from "@/lib/kernel/ids";
import { draftedBill, newVendor, payVendor, postedBill, spentBy } from "../expense-deeds";
import type { Firm } from "../world";
import { type Statement, sql } from "./roles";

/** What expenses and bills bring to the lock matrix: their rows of October and November, and every way to write them. */
const october = plainDate("2026-10-15");
const november = plainDate("2026-11-15");

export type Payables = {
  octoberExpense: ExpenseId;
  novemberExpense: ExpenseId;
  octoberBillDraft: BillId;
  octoberBill: BillId;
  octoberBillPayment: BillPaymentId;
};

export async function payables({ manager }: Firm): Promise<Payables> {
  const vendor = await newVendor(manager);
  const octoberBill = await postedBill(manager, vendor, { billedOn: october });
  return {
    octoberExpense: await spentBy(manager, "5", { spentOn: october }),
    novemberExpense: await spentBy(manager, "5", { spentOn: november }),
    octoberBillDraft: await draftedBill(manager, vendor, { billedOn: october }),
    octoberBill,
    octoberBillPayment: await payVendor(manager, vendor, [[octoberBill, "40"]], { paidOn: october }),
  };
}

export const payableVerbs: { table: string; verb: string; statement: (books: Payables) => Statement }[] = [
  {
    table: "expenses",
    verb: "enter",
    statement: ({ octoberExpense }) =>
      sql`insert into expenses select (jsonb_populate_record(null::expenses, to_jsonb(x) || '{"id":"exp_2"}')).* from expenses x where id = ${octoberExpense}`,
  },
  {
    table: "expenses",
    verb: "edit",
    statement: ({ octoberExpense }) => sql`update expenses set description = 'x' where id = ${octoberExpense}`,
  },
  {
    table: "expenses",
    verb: "move in",
    statement: ({ novemberExpense }) => sql`update expenses set spent_on = ${october} where id = ${novemberExpense}`,
  },
  {
    table: "expenses",
    verb: "move out",
    statement: ({ octoberExpense }) => sql`update expenses set spent_on = ${november} where id = ${octoberExpense}`,
  },
  {
    table: "expenses",
    verb: "submit",
    statement: ({ octoberExpense }) => sql`update expenses set status = 'submitted' where id = ${octoberExpense}`,
  },
  {
    table: "expenses",
    verb: "delete",
    statement: ({ octoberExpense }) => sql`delete from expenses where id = ${octoberExpense}`,
  },
  {
    table: "bills",
    verb: "draft",
    statement: ({ octoberBillDraft }) =>
      sql`insert into bills select (jsonb_populate_record(null::bills, to_jsonb(b) || '{"id":"bil_2"}')).* from bills b where id = ${octoberBillDraft}`,
  },
  {
    table: "bills",
    verb: "edit",
    statement: ({ octoberBillDraft }) => sql`update bills set note = 'x' where id = ${octoberBillDraft}`,
  },
  {
    table: "bills",
    verb: "post",
    statement: ({ octoberBillDraft }) =>
      sql`update bills set status = 'posted', number = 'BILL-9', sequence = 9 where id = ${octoberBillDraft}`,
  },
  {
    table: "bill_payments",
    verb: "pay",
    statement: ({ octoberBillPayment }) =>
      sql`insert into bill_payments select (jsonb_populate_record(null::bill_payments, to_jsonb(p) || '{"id":"bpy_2"}')).* from bill_payments p where id = ${octoberBillPayment}`,
  },
  {
    table: "bill_payments",
    verb: "void",
    statement: ({ octoberBillPayment }) =>
      sql`update bill_payments set status = 'void', voided_on = ${october} where id = ${octoberBillPayment}`,
  },
  {
    table: "bill_allocations",
    verb: "place",
    statement: ({ octoberBill, octoberBillPayment }) =>
      sql`insert into bill_allocations (company_id, id, bill_id, payment_id, amount_cents, allocated_on)
      values (current_company(), 'bal_2', ${octoberBill}, ${octoberBillPayment}, 1, ${october})`,
  },
];
