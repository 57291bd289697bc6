import { and, eq, sql } from "drizzle-orm";
import {
  accounts,
  billLines,
  billPayments,
  expenseCategories,
  expenses,
  journalLines,
  payments,
  settlements,
} from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import type { AccountId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { refuseOtherBank, refuseTaken } from "./create-account";
import type { AccountInput, EditAccountInput } from "./inputs";

/**
 * Refuses a new code or type for a system account, a new type for one with postings or one that something names which will
 * post to it, no bank account any more where money was put there or paid from there, and a stale save.
 */
export async function updateAccount(work: Work<"accounts.write">, input: EditAccountInput) {
  const { accountId, revision, ...details } = input;
  const before = await lockAccount(work, accountId);
  const label = `${before.code} ${before.name}`;
  if (before.revision !== revision) throw new Refusal("stale");
  if (before.role && (details.code !== before.code || details.type !== before.type)) {
    throw refuseField("code", "account_system", { account: label });
  }
  if (before.role && details.isBank !== before.isBank)
    throw refuseField("isBank", "account_system", { account: label });
  refuseOtherBank(details);
  if (details.type !== before.type) await requireUnused(work, accountId, label);
  if (before.isBank && !details.isBank) await requireNoMoney(work, accountId, label);
  await work.db
    .update(accounts)
    .set({ ...details, revision: revision + 1 })
    .where(and(owned(work, accounts), eq(accounts.id, accountId)))
    .catch((error: unknown) => refuseTaken(error, details.code));
  record(work, "account.updated", accountId, {
    summary: `Account ${details.code} ${details.name} was changed`,
    facts: changesOf(before, details),
  });
  return { accountId };
}

/** Takes an account out of use. Its postings stay; a system account stays in use. */
export async function deactivateAccount(work: Work<"accounts.write">, { accountId }: AccountInput) {
  const label = await setActive(work, accountId, false);
  record(work, "account.updated", accountId, { summary: `Account ${label} was deactivated` });
}

export async function activateAccount(work: Work<"accounts.write">, { accountId }: AccountInput) {
  const label = await setActive(work, accountId, true);
  record(work, "account.updated", accountId, { summary: `Account ${label} was activated` });
}

async function setActive(work: Work, accountId: AccountId, isActive: boolean): Promise<string> {
  const account = await lockAccount(work, accountId);
  const label = `${account.code} ${account.name}`;
  if (account.role) throw new Refusal("account_system", { account: label });
  await work.db
    .update(accounts)
    .set({ isActive, revision: account.revision + 1 })
    .where(and(owned(work, accounts), eq(accounts.id, accountId)));
  return label;
}

async function lockAccount(work: Work, accountId: AccountId) {
  const [account] = await work.db
    .select()
    .from(accounts)
    .where(and(owned(work, accounts), eq(accounts.id, accountId)))
    .for("update");
  if (!account) throw new Refusal("not_found");
  return account;
}

/** What names an account before it posts to it was offered accounts of that type alone. The database says it again. */
async function requireUnused(work: Work, accountId: AccountId, account: string): Promise<void> {
  const { rows } = await work.db.execute<{ what: string }>(sql`
    select 'postings' as what where exists (
      select from ${journalLines} where ${and(owned(work, journalLines), eq(journalLines.accountId, accountId))})
    union all select 'an expense category' where exists (
      select from ${expenseCategories} where ${and(owned(work, expenseCategories), eq(expenseCategories.accountId, accountId))})
    union all select 'a line of a bill' where exists (
      select from ${billLines} where ${and(owned(work, billLines), eq(billLines.accountId, accountId))})
    union all select 'an expense' where exists (
      select from ${expenses} where ${and(owned(work, expenses), eq(expenses.paidFromAccountId, accountId))})
    union all select 'an expected payment' where exists (
      select from ${payments} where ${and(owned(work, payments), eq(payments.depositAccountId, accountId))})`);
  const what = rows[0]?.what;
  if (what === "postings") throw refuseField("type", "account_used", { account });
  if (what) throw refuseField("type", "account_named", { account, what });
}

/** What was put there or paid from there stays a movement of cash. The database says it again. */
async function requireNoMoney(work: Work, accountId: AccountId, account: string): Promise<void> {
  const { rows } = await work.db.execute<{ what: string }>(sql`
    select 'a payment' as what where exists (
      select from ${payments} where ${and(owned(work, payments), eq(payments.depositAccountId, accountId))})
    union all select 'a refund or a payout' where exists (
      select from ${settlements} where ${and(owned(work, settlements), eq(settlements.accountId, accountId))})
    union all select 'a payment of bills' where exists (
      select from ${billPayments} where ${and(owned(work, billPayments), eq(billPayments.fromAccountId, accountId))})
    union all select 'an expense' where exists (
      select from ${expenses} where ${owned(work, expenses)}
        and ${accountId} in (${expenses.paidFromAccountId}, ${expenses.reimbursedFromAccountId}))`);
  const what = rows[0]?.what;
  if (what) throw refuseField("isBank", "account_holds_money", { account, what });
}
