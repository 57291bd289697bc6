import { and, eq } from "drizzle-orm";
import { accounts, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import type { AccountId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { refuseTaken } from "./create-account";
import type { AccountInput, EditAccountInput } from "./inputs";

/** Refuses a new code or type for a system account, a new type for one with postings, and a stale save. */
export async function updateAccount(work: Work<"accounts.write">, input: EditAccountInput) {
  const { accountId, revision, ...details } = input;
  const before = await lockAccount(work, accountId);
  const label = `${before.code} ${before.name}`;
  if (before.revision !== revision) throw new Refusal("stale");
  if (before.role && (details.code !== before.code || details.type !== before.type)) {
    throw refuseField("code", "account_system", { account: label });
  }
  if (details.type !== before.type && (await hasPostings(work, accountId))) {
    throw refuseField("type", "account_used", { account: label });
  }
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

async function hasPostings(work: Work, accountId: AccountId): Promise<boolean> {
  const found = await work.db
    .select({ entryId: journalLines.entryId })
    .from(journalLines)
    .where(and(owned(work, journalLines), eq(journalLines.accountId, accountId)))
    .limit(1);
  return found.length > 0;
}
