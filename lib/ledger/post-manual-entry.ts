import { and, eq, inArray } from "drizzle-orm";
import { accounts, entryCorrections, journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { JournalEntryId } from "@/lib/kernel/ids";
import { cents, sumCents } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { controlRoles } from "./account";
import type { JournalEntryInput } from "./inputs";
import { post } from "./post";

/**
 * A free, balanced entry. Refuses control accounts, since their documents post there or the subledgers would drift, and
 * accounts out of use; both at the line that names them.
 */
export async function postManualEntry(work: Work<"journal.write">, input: JournalEntryInput) {
  await requirePostable(work, input.lines);
  const entry = await post(work, {
    entryOn: input.entryOn,
    memo: input.memo,
    sourceType: "manual",
    lines: input.lines.map((line) => ({
      account: { id: line.accountId },
      amountCents: cents(line.debit - line.credit),
      memo: line.memo,
    })),
  });
  const corrected = await correct(work, entry.id, input);
  const total = sumCents(input.lines.map((line) => line.debit));
  record(work, "journal_entry.posted", entry.id, {
    summary: `Journal entry ${entry.number} of ${formatDollars(total)} was posted: ${input.memo}`,
    facts: { number: entry.number, totalCents: total, ...corrected },
  });
  return { entryId: entry.id };
}

/** Says which entry it sets right, beside the entry and in the same transaction. Refuses `not_found`. */
async function correct(work: Work, entryId: JournalEntryId, { correctsEntryId, correctionReason }: JournalEntryInput) {
  if (!correctsEntryId) return {};
  const [wrong] = await work.db
    .select({ number: journalEntries.number })
    .from(journalEntries)
    .where(and(owned(work, journalEntries), eq(journalEntries.id, correctsEntryId)));
  if (!wrong) throw new Refusal("not_found");
  const reason = correctionReason ?? "";
  await work.db.insert(entryCorrections).values({ companyId: work.company.id, entryId, correctsEntryId, reason });
  return { corrects: wrong.number, reason };
}

async function requirePostable(work: Work, lines: JournalEntryInput["lines"]): Promise<void> {
  const wanted = [...new Set(lines.map((line) => line.accountId))];
  const found = await work.db
    .select()
    .from(accounts)
    .where(and(owned(work, accounts), inArray(accounts.id, wanted)));
  for (const [index, line] of lines.entries()) {
    const account = found.find(({ id }) => id === line.accountId);
    if (!account) throw new Refusal("not_found");
    const field = `lines.${index}.accountId`;
    const named = { account: `${account.code} ${account.name}` };
    if (account.role && controlRoles.includes(account.role)) throw refuseField(field, "account_control", named);
    if (!account.isActive) throw refuseField(field, "account_inactive", named);
  }
}
