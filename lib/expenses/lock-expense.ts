import { and, asc, eq, sql } from "drizzle-orm";
import { expenses } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { ExpenseId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import type { ExpenseStatus } from "./expense";

export type ExpenseRow = typeof expenses.$inferSelect;

/**
 * The expenses, held until the commit in the order of their ids. Refuses `not_found` if one is missing or, for staff,
 * somebody else's.
 */
export async function lockExpenses(work: Work, ids: ExpenseId[]): Promise<ExpenseRow[]> {
  const wanted = [...new Set(ids)];
  const rows = await work.db
    .select()
    .from(expenses)
    .where(
      and(
        owned(work, expenses),
        sql`${expenses.id} = any(${sql.param(wanted)}::text[])`,
        work.member.role === "staff" ? eq(expenses.memberId, work.member.id) : undefined,
      ),
    )
    .orderBy(asc(expenses.id))
    .for("update");
  if (rows.length < wanted.length) throw new Refusal("not_found");
  return rows;
}

export async function lockExpense(work: Work, id: ExpenseId): Promise<ExpenseRow> {
  const [row] = await lockExpenses(work, [id]);
  if (!row) throw new Refusal("not_found");
  return row;
}

/** All of them stand at one of these, or none goes a step on. */
export function requireStatus(rows: ExpenseRow[], from: readonly ExpenseStatus[], verb: string): void {
  const wrong = rows.find((row) => !from.includes(row.status));
  if (wrong) throw new Refusal("expense_wrong_status", { status: wrong.status, verb });
}
