import { and, eq } from "drizzle-orm";
import { expenses } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { requireDepositAccount } from "@/lib/ledger/deposit-account";
import { post } from "@/lib/ledger/post";
import type { ReimburseExpenseInput } from "./inputs";
import { lockExpense, requireStatus } from "./lock-expense";
import { reimbursementPosting } from "./posting";

/**
 * Gives a member back what he paid. Refuses an expense that the company paid, a day before the expense's, a day to come
 * and a closed period.
 */
export async function reimburseExpense(work: Work<"expenses.approve">, input: ReimburseExpenseInput) {
  const { expenseId, reimbursedOn } = input;
  const expense = await lockExpense(work, expenseId);
  if (expense.paidFromAccountId) throw new Refusal("expense_not_owed");
  requireStatus([expense], ["approved"], "reimbursed");
  if (reimbursedOn < expense.spentOn) {
    throw refuseField("reimbursedOn", "void_before", { day: formatDay(expense.spentOn) });
  }
  refuseAhead("reimbursedOn", reimbursedOn, work.today);
  const from = await requireDepositAccount(work, input.accountId);
  const number = present(expense.number, "an approved expense's number");

  await work.db
    .update(expenses)
    .set({ status: "reimbursed", reimbursedOn, reimbursedFromAccountId: from, revision: expense.revision + 1 })
    .where(and(owned(work, expenses), eq(expenses.id, expenseId)));
  await post(work, reimbursementPosting({ ...expense, number }, { on: reimbursedOn, from }));
  record(work, "expense.reimbursed", expenseId, {
    summary: `Expense ${number} of ${formatDollars(expense.amountCents)} was reimbursed`,
    facts: { number, amountCents: expense.amountCents, reimbursedOn },
    clientId: expense.clientId,
    projectId: expense.projectId,
  });
  return { expenseId };
}
