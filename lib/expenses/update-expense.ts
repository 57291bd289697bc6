import { and, eq } from "drizzle-orm";
import { expenses } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import { expenseWords, mayEditExpense } from "./expense";
import type { EditExpenseInput, ExpenseInput } from "./inputs";
import { lockExpense } from "./lock-expense";
import { spentOf } from "./save-expense";

/** Drafts alone are changed. Refuses `stale` when somebody saved since the form was drawn. */
export async function updateExpense(work: Work<"expenses.write">, input: EditExpenseInput) {
  const { expenseId, revision, ...typed } = input;
  const before = await lockExpense(work, expenseId);
  if (!mayEditExpense(work.member, before)) throw new Refusal("expense_locked", { status: before.status });
  if (before.revision !== revision) throw new Refusal("stale");
  const spent = await spentOf(work, typed, before);
  await work.db
    .update(expenses)
    .set({ ...spent, revision: revision + 1 })
    .where(and(owned(work, expenses), eq(expenses.id, expenseId)));
  record(work, "expense.updated", expenseId, {
    summary: `Expense of ${expenseWords(spent)} was changed`,
    facts: changesOf(before, spent),
    clientId: spent.clientId,
    projectId: spent.projectId,
  });
  return { expenseId };
}

/** Throws a draft away. The fact keeps what it said. */
export async function deleteExpense(work: Work<"expenses.write">, { expenseId }: ExpenseInput) {
  const expense = await lockExpense(work, expenseId);
  if (!mayEditExpense(work.member, expense)) throw new Refusal("expense_locked", { status: expense.status });
  await work.db.delete(expenses).where(and(owned(work, expenses), eq(expenses.id, expenseId)));
  record(work, "expense.deleted", expenseId, {
    summary: `Expense of ${expenseWords(expense)} was deleted`,
    facts: { ...expense },
    clientId: expense.clientId,
    projectId: expense.projectId,
  });
}
