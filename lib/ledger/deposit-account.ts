import { and, asc, eq, isNull, or } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import type { AccountId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** Where money can be put: active assets that no subledger keeps, Cash first. */
export function listDepositAccounts(scope: Scope<"payments.read">) {
  return readDepositAccounts(scope);
}

/** The chosen account, or Cash. Refuses `not_found` for any other kind of account. */
export async function requireDepositAccount(work: Work, accountId: AccountId | null): Promise<AccountId> {
  const choices = await readDepositAccounts(work);
  const chosen = choices.find((account) => (accountId ? account.id === accountId : account.role === "cash"));
  if (!chosen) throw new Refusal("not_found");
  return chosen.id;
}

function readDepositAccounts(scope: Scope) {
  return scope.read((db) =>
    db
      .select({ id: accounts.id, code: accounts.code, name: accounts.name, role: accounts.role })
      .from(accounts)
      .where(
        and(
          owned(scope, accounts),
          eq(accounts.type, "asset"),
          eq(accounts.isActive, true),
          or(isNull(accounts.role), eq(accounts.role, "cash")),
        ),
      )
      .orderBy(asc(accounts.code)),
  );
}
