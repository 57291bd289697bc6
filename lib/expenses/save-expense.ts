import { and, eq } from "drizzle-orm";
import { expenseCategories } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import type { ExpenseCategoryId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { requireDepositAccount } from "@/lib/ledger/deposit-account";
import { requireOpenProject } from "@/lib/projects/require-project";
import type { NewExpenseInput } from "./inputs";
import type { ExpenseRow } from "./lock-expense";
import { requireActiveVendor } from "./lock-vendor";

type Spent = Omit<NewExpenseInput, "memberId">;

/**
 * What was typed, as it is kept. The client is the project's; a vendor gives its name where no merchant was typed; what is
 * kept unchanged may have been closed or archived since. Refuses a day to come and a billable expense without a client.
 */
export async function spentOf(work: Work<"expenses.write">, input: Spent, before?: ExpenseRow) {
  refuseAhead("spentOn", input.spentOn, work.today);
  await requireCategory(work, input.categoryId, before?.categoryId);
  const clientId = await clientOf(work, input, before);
  if (input.isBillable && !clientId) throw refuseField("clientId", "expense_needs_client");
  const isKept = input.vendorId === (before?.vendorId ?? null);
  const vendor = input.vendorId && !isKept ? await requireActiveVendor(work, input.vendorId) : null;
  const paidFrom = input.paidBy === "company" ? await requireDepositAccount(work, input.paidFromAccountId) : null;
  return {
    spentOn: input.spentOn,
    vendorId: input.vendorId,
    merchant: input.merchant || (vendor?.name ?? before?.merchant ?? ""),
    categoryId: input.categoryId,
    clientId,
    projectId: input.projectId,
    description: input.description,
    amountCents: input.amount,
    taxCents: input.tax ?? cents(0),
    paidFromAccountId: paidFrom,
    isBillable: input.isBillable,
    markupPpm: input.markup,
  };
}

async function clientOf(work: Work, { projectId, clientId }: Spent, before?: ExpenseRow) {
  if (projectId) {
    if (before && projectId === before.projectId) return before.clientId;
    const project = await requireOpenProject(work, projectId);
    if (clientId && clientId !== project.clientId) throw refuseField("projectId", "project_other_client");
    return project.clientId;
  }
  if (clientId && clientId !== before?.clientId) await requireActiveClient(work, clientId);
  return clientId;
}

async function requireCategory(work: Work, id: ExpenseCategoryId, kept?: ExpenseCategoryId): Promise<void> {
  const [category] = await work.db
    .select()
    .from(expenseCategories)
    .where(and(owned(work, expenseCategories), eq(expenseCategories.id, id)));
  if (!category) throw new Refusal("not_found");
  if (!category.isActive && id !== kept) throw refuseField("categoryId", "category_inactive", { name: category.name });
}
