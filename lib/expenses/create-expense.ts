import { and, eq } from "drizzle-orm";
import { expenses, members } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { type MemberId, newId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { expenseWords } from "./expense";
import type { NewExpenseInput } from "./inputs";
import { spentOf } from "./save-expense";

/** A draft: one's own, or for a manager anybody's. Nothing is posted before the approval. */
export async function createExpense(work: Work<"expenses.write">, { memberId, ...input }: NewExpenseInput) {
  const whose = memberId ?? work.member.id;
  if (whose !== work.member.id) await requireOther(work, whose);
  const spent = await spentOf(work, input);
  const id = newId("expense");
  const row = { companyId: work.company.id, id, memberId: whose, createdBy: work.member.id };
  await work.db.insert(expenses).values({ ...row, ...spent });
  record(work, "expense.created", id, {
    summary: `Expense of ${expenseWords(spent)} was entered`,
    facts: { amountCents: spent.amountCents, spentOn: spent.spentOn },
    clientId: spent.clientId,
    projectId: spent.projectId,
  });
  return { expenseId: id };
}

async function requireOther(work: Work, memberId: MemberId): Promise<void> {
  if (work.member.role === "staff") throw new Refusal("not_found");
  const [member] = await work.db
    .select()
    .from(members)
    .where(and(owned(work, members), eq(members.id, memberId)));
  if (!member) throw new Refusal("not_found");
  if (!member.isActive) throw refuseField("memberId", "member_inactive", { name: member.displayName });
}
