import { and, asc, eq, sql } from "drizzle-orm";
import { accounts, expenseCategories } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { ExpenseCategoryId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** All categories by name, each with its account; few enough for one page. */
export function listCategories(scope: Scope<"expenses.read">) {
  return scope.read((db) =>
    db
      .select({
        id: expenseCategories.id,
        name: expenseCategories.name,
        accountId: expenseCategories.accountId,
        account: sql<string>`${accounts.code} || ' ' || ${accounts.name}`,
        isActive: expenseCategories.isActive,
        revision: expenseCategories.revision,
      })
      .from(expenseCategories)
      .innerJoin(
        accounts,
        and(eq(accounts.companyId, expenseCategories.companyId), eq(accounts.id, expenseCategories.accountId)),
      )
      .where(owned(scope, expenseCategories))
      .orderBy(asc(sql`lower(${expenseCategories.name})`)),
  );
}

/** Refuses `not_found`. */
export async function getCategory(scope: Scope<"expenses.read">, categoryId: ExpenseCategoryId) {
  const found = (await listCategories(scope)).find(({ id }) => id === categoryId);
  if (!found) throw new Refusal("not_found");
  return found;
}

/** Accounts that an expense or a line of a bill may cost: active ones of the type expense. */
export function listExpenseAccounts(scope: Scope<"expenses.approve"> | Scope<"bills.write">) {
  return scope.read((db) =>
    db
      .select({ id: accounts.id, code: accounts.code, name: accounts.name, role: accounts.role })
      .from(accounts)
      .where(and(owned(scope, accounts), eq(accounts.type, "expense"), eq(accounts.isActive, true)))
      .orderBy(asc(accounts.code)),
  );
}
