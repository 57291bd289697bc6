import { and, eq, inArray, sql } from "drizzle-orm";
import { accounts, expenseCategories, expenses } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { nextNumber } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { Refusal } from "@/lib/kernel/refusal";
import { post } from "@/lib/ledger/post";
import { mayApproveOwnTime } from "@/lib/time/approve-time";
import { expenseWords } from "./expense";
import type { ExpensesInput, ReturnExpensesInput } from "./inputs";
import { type ExpenseRow, lockExpenses, requireStatus } from "./lock-expense";
import { expensePosting } from "./posting";

/** Drafts to the managers: one's own, or for a manager anybody's. All or none. */
export async function submitExpenses(work: Work<"expenses.write">, { expenseIds }: ExpensesInput) {
  const rows = await lockExpenses(work, expenseIds);
  requireStatus(rows, ["draft"], "submitted");
  await move(work, rows, { status: "submitted", returnedReason: "" });
  for (const row of rows) tell(work, "expense.submitted", row, "was submitted");
  return { count: rows.length };
}

/** Back to draft with the reason. */
export async function returnExpenses(work: Work<"expenses.approve">, { expenseIds, reason }: ReturnExpensesInput) {
  const rows = await lockExpenses(work, expenseIds);
  requireStatus(rows, ["submitted"], "returned");
  await move(work, rows, { status: "draft", returnedReason: reason });
  for (const row of rows) tell(work, "expense.returned", row, `was returned: ${reason}`);
  return { count: rows.length };
}

/**
 * Submitted expenses become part of the books: numbered in the order of their days, posted on the day of each to its
 * category's account. All or none. Refuses one's own, and what one entered for somebody else, where there is another
 * manager; and a closed period.
 */
export async function approveExpenses(work: Work<"expenses.approve">, { expenseIds }: ExpensesInput) {
  const rows = await lockExpenses(work, expenseIds);
  requireStatus(rows, ["submitted"], "approved");
  const isOwn = rows.some((row) => [row.memberId, row.createdBy].includes(work.member.id));
  if (isOwn && !(await mayApproveOwnTime(work))) throw new Refusal("expense_own_approval");
  const accountOf = await categoryAccounts(work, rows);
  const inOrder = rows.toSorted((a, b) => (a.spentOn < b.spentOn ? -1 : Number(a.spentOn > b.spentOn)));
  for (const row of inOrder) {
    const accountId = present(accountOf.get(row.categoryId), "the category's account");
    const { number, sequence } = await nextNumber(work, "expense");
    const approval = { number, sequence, accountId, approvedBy: work.member.id, approvedAt: work.now };
    await move(work, [row], { status: "approved", ...approval });
    await post(work, expensePosting({ ...row, number, accountId }));
    tell(work, "expense.approved", row, `was approved as ${number}`);
  }
  return { count: rows.length };
}

async function categoryAccounts(work: Work, rows: ExpenseRow[]) {
  const found = await work.db
    .select({
      id: expenseCategories.id,
      accountId: accounts.id,
      name: expenseCategories.name,
      type: accounts.type,
      isActive: accounts.isActive,
      label: sql<string>`${accounts.code} || ' ' || ${accounts.name}`,
    })
    .from(expenseCategories)
    .innerJoin(
      accounts,
      and(eq(accounts.companyId, expenseCategories.companyId), eq(accounts.id, expenseCategories.accountId)),
    )
    .where(
      and(
        owned(work, expenseCategories),
        inArray(expenseCategories.id, [...new Set(rows.map((row) => row.categoryId))]),
      ),
    );
  const other = found.find(({ type }) => type !== "expense");
  if (other) {
    throw new Refusal("account_no_expense", { account: other.label, what: `the category ${other.name}` });
  }
  const off = found.find((category) => !category.isActive);
  if (off) throw new Refusal("account_inactive", { account: off.label });
  return new Map(found.map((category) => [category.id, category.accountId]));
}

type Step = Partial<
  Pick<ExpenseRow, "status" | "returnedReason" | "number" | "sequence" | "accountId" | "approvedBy" | "approvedAt">
>;

async function move(work: Work, rows: ExpenseRow[], step: Step): Promise<void> {
  const ids = sql.param(rows.map((row) => row.id));
  await work.db
    .update(expenses)
    .set({ ...step, revision: sql`${expenses.revision} + 1` })
    .where(and(owned(work, expenses), sql`${expenses.id} = any(${ids}::text[])`));
}

function tell(
  work: Work,
  type: "expense.submitted" | "expense.returned" | "expense.approved",
  row: ExpenseRow,
  words: string,
): void {
  record(work, type, row.id, {
    summary: `Expense of ${expenseWords(row)} ${words}`,
    clientId: row.clientId,
    projectId: row.projectId,
  });
}
