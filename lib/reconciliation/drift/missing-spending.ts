import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { billAllocations, billLines, billPayments, bills, expenses, vendors } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { billPaymentPosting, billPosting, expensePosting, reimbursementPosting } from "@/lib/expenses/posting";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/money";
import type { Posting } from "@/lib/ledger/posting";

/** Expenses, bills and what was paid for them, as lines of the query of missing entries. */
export function missingSpending(scope: Scope, lacks: (source: SQL, id: SQL) => SQL): SQL {
  const isSpent = sql`status in ('approved', 'reimbursed', 'void')`;
  return sql`
    select 'expense' as document, id, 'Expense ' || number as label from ${expenses}
      where ${owned(scope, expenses)} and ${isSpent} and ${lacks(sql`'expense'`, sql`${expenses.id}`)}
    union all
    select 'reimbursement', id, 'Reimbursement of expense ' || number from ${expenses}
      where ${owned(scope, expenses)} and reimbursed_on is not null and ${lacks(sql`'reimbursement'`, sql`${expenses.id}`)}
    union all
    select 'bill', id, 'Bill ' || number from ${bills}
      where ${owned(scope, bills)} and status <> 'draft' and ${lacks(sql`'bill'`, sql`${bills.id}`)}
    union all
    select 'bill_payment', ${billPayments.id}, 'Payment to ' || ${vendors.name} from ${billPayments} join ${vendors}
      on ${eq(vendors.companyId, billPayments.companyId)} and ${eq(vendors.id, billPayments.vendorId)}
      where ${owned(scope, billPayments)} and ${lacks(sql`'bill_payment'`, sql`${billPayments.id}`)}`;
}

export async function postingOfExpense(scope: Scope, db: Reader, id: string): Promise<Posting> {
  const { accountId, ...expense } = await readExpense(scope, db, id);
  return expensePosting({ ...expense, accountId: present(accountId, "the account of an approved expense") });
}

export async function postingOfReimbursement(scope: Scope, db: Reader, id: string): Promise<Posting> {
  const expense = await readExpense(scope, db, id);
  return reimbursementPosting(expense, {
    on: present(expense.reimbursedOn, "the day of a reimbursement"),
    from: present(expense.reimbursedFromAccountId, "the account of a reimbursement"),
  });
}

async function readExpense(scope: Scope, db: Reader, id: string) {
  const [row] = await db
    .select()
    .from(expenses)
    .where(and(owned(scope, expenses), sql`${expenses.id} = ${id}`));
  const expense = present(row, "an expense without its entry");
  return { ...expense, number: expense.number ?? "" };
}

export async function postingOfBill(scope: Scope, db: Reader, id: string): Promise<Posting> {
  const [row] = await db
    .select({ bill: bills, vendorName: vendors.name })
    .from(bills)
    .innerJoin(vendors, and(eq(vendors.companyId, bills.companyId), eq(vendors.id, bills.vendorId)))
    .where(and(owned(scope, bills), sql`${bills.id} = ${id}`));
  const { bill, vendorName } = present(row, "a bill without its entry");
  const lines = await db
    .select()
    .from(billLines)
    .where(and(owned(scope, billLines), eq(billLines.billId, bill.id)))
    .orderBy(asc(billLines.position));
  return billPosting({ ...bill, number: bill.number ?? "", vendorName, lines });
}

export async function postingOfBillPayment(scope: Scope, db: Reader, id: string): Promise<Posting> {
  const [row] = await db
    .select({ payment: billPayments, vendorName: vendors.name })
    .from(billPayments)
    .innerJoin(vendors, and(eq(vendors.companyId, billPayments.companyId), eq(vendors.id, billPayments.vendorId)))
    .where(and(owned(scope, billPayments), sql`${billPayments.id} = ${id}`));
  const { payment, vendorName } = present(row, "a bill payment without its entry");
  const placed = await db
    .select({ billId: billAllocations.billId, amountCents: billAllocations.amountCents })
    .from(billAllocations)
    .where(
      and(
        owned(scope, billAllocations),
        eq(billAllocations.paymentId, payment.id),
        gt(billAllocations.amountCents, cents(0)),
      ),
    )
    .orderBy(asc(billAllocations.id));
  return billPaymentPosting({ ...payment, vendorName, bills: placed });
}
