import { and, eq } from "drizzle-orm";
import { expenses } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { reverseSource } from "@/lib/ledger/reverse";
import type { VoidExpenseInput } from "./inputs";
import { lockExpense, requireStatus } from "./lock-expense";

/**
 * Takes an approved expense back on a day of its own: all that was posted for it is reversed, also its reimbursement.
 * Refuses while it stands on an invoice, a day before what it reverses, a day to come and a closed period.
 */
export async function voidExpense(work: Work<"expenses.approve">, { expenseId, voidedOn, reason }: VoidExpenseInput) {
  const expense = await lockExpense(work, expenseId);
  requireStatus([expense], ["approved", "reimbursed"], "voided");
  if (expense.invoiceLineId) throw new Refusal("expense_billed");
  const first = expense.reimbursedOn ?? expense.spentOn;
  if (voidedOn < first) throw refuseField("voidedOn", "void_before", { day: formatDay(first) });
  refuseAhead("voidedOn", voidedOn, work.today);

  await work.db
    .update(expenses)
    .set({ status: "void", voidedOn, voidReason: reason, revision: expense.revision + 1 })
    .where(and(owned(work, expenses), eq(expenses.id, expenseId)));
  const back = { entryOn: voidedOn, sourceId: expenseId };
  if (expense.reimbursedOn) {
    await reverseSource(
      work,
      { sourceType: "reimbursement", sourceId: expenseId },
      { ...back, memo: `Void of the reimbursement of expense ${expense.number}`, sourceType: "reimbursement_void" },
    );
  }
  await reverseSource(
    work,
    { sourceType: "expense", sourceId: expenseId },
    { ...back, memo: `Void of expense ${expense.number}`, sourceType: "expense_void" },
  );
  record(work, "expense.voided", expenseId, {
    summary: `Expense ${expense.number} of ${formatDollars(expense.amountCents)} was voided: ${reason}`,
    facts: { number: expense.number, amountCents: expense.amountCents, voidedOn, reason },
    clientId: expense.clientId,
    projectId: expense.projectId,
  });
  return { expenseId };
}
