import { and, eq, ne } from "drizzle-orm";
import { violatedConstraint } from "@/db/refusals";
import { accounts, expenseCategories } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { type AccountId, type ExpenseCategoryId, newId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { CategoryInput, EditCategoryInput, NewCategoryInput } from "./inputs";

/** The one that a new company starts with, on its account of the role `expense`. */
export async function createDefaultCategory(work: Work): Promise<void> {
  const [account] = await work.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(owned(work, accounts), eq(accounts.role, "expense")));
  const accountId = present(account, "the expense account").id;
  await work.db
    .insert(expenseCategories)
    .values({ companyId: work.company.id, id: newId("expenseCategory"), name: "General", accountId });
}

/** Refuses a name that is taken and an account that is no active expense account. */
export async function createCategory(work: Work<"expenses.approve">, input: NewCategoryInput) {
  await requireExpenseAccount(work, input.accountId);
  const id = newId("expenseCategory");
  await work.db
    .insert(expenseCategories)
    .values({ companyId: work.company.id, id, ...input })
    .catch(refuseTakenName);
  record(work, "expense_category.created", id, { summary: `Expense category ${input.name} was created` });
  return { categoryId: id };
}

/** What was approved before keeps the account that it was posted to. */
export async function updateCategory(work: Work<"expenses.approve">, input: EditCategoryInput) {
  const { categoryId, revision, ...details } = input;
  const before = await lockCategory(work, categoryId);
  if (before.revision !== revision) throw new Refusal("stale");
  await requireExpenseAccount(work, input.accountId);
  await work.db
    .update(expenseCategories)
    .set({ ...details, revision: revision + 1 })
    .where(and(owned(work, expenseCategories), eq(expenseCategories.id, categoryId)))
    .catch(refuseTakenName);
  record(work, "expense_category.updated", categoryId, {
    summary: `Expense category ${details.name} was changed`,
    facts: changesOf(before, details),
  });
  return { categoryId };
}

/** Takes a category out of the pickers. Refuses the last active one: expenses need one. */
export async function deactivateCategory(work: Work<"expenses.approve">, { categoryId }: CategoryInput) {
  const others = await work.db
    .select({ id: expenseCategories.id })
    .from(expenseCategories)
    .where(
      and(owned(work, expenseCategories), eq(expenseCategories.isActive, true), ne(expenseCategories.id, categoryId)),
    )
    .limit(1);
  const category = await lockCategory(work, categoryId);
  if (others.length === 0) throw new Refusal("category_last");
  await setActive(work, category, false);
  record(work, "expense_category.deactivated", categoryId, {
    summary: `Expense category ${category.name} was deactivated`,
  });
}

export async function activateCategory(work: Work<"expenses.approve">, { categoryId }: CategoryInput) {
  const category = await lockCategory(work, categoryId);
  await setActive(work, category, true);
  record(work, "expense_category.activated", categoryId, {
    summary: `Expense category ${category.name} was activated`,
  });
}

async function setActive(work: Work, { id, revision }: { id: ExpenseCategoryId; revision: number }, isActive: boolean) {
  await work.db
    .update(expenseCategories)
    .set({ isActive, revision: revision + 1 })
    .where(and(owned(work, expenseCategories), eq(expenseCategories.id, id)));
}

async function lockCategory(work: Work, categoryId: ExpenseCategoryId) {
  const [category] = await work.db
    .select()
    .from(expenseCategories)
    .where(and(owned(work, expenseCategories), eq(expenseCategories.id, categoryId)))
    .for("update");
  if (!category) throw new Refusal("not_found");
  return category;
}

async function requireExpenseAccount(work: Work, accountId: AccountId): Promise<void> {
  const [account] = await work.db
    .select()
    .from(accounts)
    .where(and(owned(work, accounts), eq(accounts.id, accountId)));
  if (!account) throw new Refusal("not_found");
  if (account.type !== "expense" || !account.isActive) throw refuseField("accountId", "account_not_expense");
}

function refuseTakenName(error: unknown): never {
  if (violatedConstraint(error) === "expense_categories_name_key") {
    throw refuseField("name", "name_taken", { what: "A category" });
  }
  throw error;
}
