import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { AccountId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** Where money can be put: the bank accounts in use, Cash first. */
export function listDepositAccounts(scope: Scope<"payments.read">) {
  return readDepositAccounts(scope);
}

/** The same, for whoever says from where an expense or a bill was paid. */
export function listSpendingAccounts(scope: Scope<"expenses.read"> | Scope<"bills.write">) {
  return readDepositAccounts(scope);
}

/** The chosen account, or Cash. Refuses `not_found` for any other kind of account. */
export async function requireDepositAccount(work: Work, accountId: AccountId | null): Promise<AccountId> {
  const choices = await readDepositAccounts(work);
  const chosen = choices.find((account) => (accountId ? account.id === accountId : account.role === "cash"));
  if (!chosen) throw new Refusal("not_found");
  return chosen.id;
}

/** What can bear a courtesy to a client: active accounts of income and expense, Revenue first. */
export function listBearingAccounts(scope: Scope<"payments.read">) {
  return readBearingAccounts(scope);
}

/** The chosen account, or Revenue. Refuses `not_found` for any other kind of account. */
export async function requireBearingAccount(work: Work, accountId: AccountId | null): Promise<AccountId> {
  const choices = await readBearingAccounts(work);
  const chosen = choices.find((account) => (accountId ? account.id === accountId : account.role === "revenue"));
  if (!chosen) throw new Refusal("not_found");
  return chosen.id;
}

/** The account that bears what is never paid. */
export async function badDebtAccount(work: Work): Promise<AccountId> {
  const [account] = await work.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(owned(work, accounts), eq(accounts.role, "bad_debt")));
  return present(account, "the account of bad debts").id;
}

function readBearingAccounts(scope: Scope) {
  return scope.read((db) =>
    db
      .select({ id: accounts.id, code: accounts.code, name: accounts.name, role: accounts.role })
      .from(accounts)
      .where(and(owned(scope, accounts), inArray(accounts.type, ["income", "expense"]), eq(accounts.isActive, true)))
      .orderBy(sql`${accounts.role} is distinct from 'revenue'`, asc(accounts.code)),
  );
}

function readDepositAccounts(scope: Scope) {
  return scope.read((db) =>
    db
      .select({ id: accounts.id, code: accounts.code, name: accounts.name, role: accounts.role })
      .from(accounts)
      .where(and(owned(scope, accounts), eq(accounts.isBank, true), eq(accounts.isActive, true)))
      .orderBy(asc(accounts.code)),
  );
}
