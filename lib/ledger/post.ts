import { sql } from "drizzle-orm";
import { violatedConstraint } from "@/db/refusals";
import type { Work } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type JournalEntryId, newId } from "@/lib/kernel/ids";
import { maxCents, sumCents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import type { Posting, PostingLine } from "./posting";

/**
 * The only writer of the journal. Lines of zero are left out; the rest must sum to zero over two lines or more.
 * Refuses `entry_unbalanced`, `entry_too_short`, `amount_too_large`, `period_closed`, `account_inactive`. One round trip: the function
 * post_entry() takes the number and writes entry and lines, and the triggers check them once more at commit.
 */
export async function post(work: Work, posting: Posting): Promise<{ id: JournalEntryId; number: number }> {
  const lines = posting.lines.filter((line) => line.amountCents !== 0);
  const sum = sumCents(lines.map((line) => line.amountCents));
  if (sum !== 0) throw new Refusal("entry_unbalanced", { amount: formatDollars(Math.abs(sum)) });
  if (sumCents(lines.map((line) => Math.max(line.amountCents, 0))) > maxCents) throw new Refusal("amount_too_large");
  if (lines.length < 2) throw new Refusal("entry_too_short");

  const id = newId("journalEntry");
  const { rows } = await work.db
    .execute<{ number: string }>(sql`select post_entry(
    ${work.company.id}, ${id}, ${posting.entryOn}, ${posting.memo}, ${posting.sourceType}, ${posting.sourceId ?? id},
    ${posting.reversesEntryId ?? null}, ${work.member.id},
    ${column(lines, (line) => ("id" in line.account ? line.account.id : null))}::text[],
    ${column(lines, (line) => ("role" in line.account ? line.account.role : null))}::text[],
    ${column(lines, (line) => line.amountCents)}::bigint[],
    ${column(lines, (line) => line.memo ?? null)}::text[],
    ${column(lines, (line) => line.clientId ?? null)}::text[],
    ${column(lines, (line) => line.projectId ?? null)}::text[],
    ${column(lines, (line) => line.invoiceId ?? null)}::text[],
    ${column(lines, (line) => line.billId ?? null)}::text[]) as number`)
    .catch((error: unknown) => explain(error, posting));
  assert(rows[0], "post_entry answers with a number");
  return { id, number: Number(rows[0].number) };
}

/** One array parameter, not one parameter for each line. */
function column<T>(lines: PostingLine[], pick: (line: PostingLine) => T) {
  return sql.param(lines.map(pick));
}

function explain(error: unknown, posting: Posting): never {
  const constraint = violatedConstraint(error);
  // a second reversal has the same source too, and either key may be the one that says so
  const isReversal = posting.reversesEntryId !== undefined;
  if (isReversal && constraint && secondReversal.includes(constraint)) throw new Refusal("entry_reversed");
  if (constraint?.startsWith("journal_lines_")) throw new Refusal("not_found");
  throw error;
}

const secondReversal = ["journal_entries_reverses_key", "journal_entries_source_key"];
