import { and, asc, eq } from "drizzle-orm";
import { journalEntries, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { JournalEntryId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { post } from "./post";
import type { SourceType } from "./posting";

export type Reversal = { entryOn: PlainDate; memo: string; sourceType: SourceType; sourceId: string };

/**
 * The mirror of an entry on another day: the only way to take a posting back. An entry is reversed once;
 * accounts that were deactivated since still take their reversal.
 */
export async function reverse(work: Work, entryId: JournalEntryId, reversal: Reversal) {
  const lines = await work.db
    .select()
    .from(journalLines)
    .where(and(owned(work, journalLines), eq(journalLines.entryId, entryId)))
    .orderBy(asc(journalLines.lineNo));
  if (lines.length === 0) throw new Refusal("not_found");
  return post(work, {
    ...reversal,
    reversesEntryId: entryId,
    lines: lines.map(({ accountId, amountCents, memo, clientId, projectId, invoiceId, billId }) => ({
      account: { id: accountId },
      amountCents: cents(0 - amountCents),
      memo,
      clientId,
      projectId,
      invoiceId,
      billId,
    })),
  });
}

/** The entry of a document, by its source. */
export async function reverseSource(
  work: Work,
  source: { sourceType: SourceType; sourceId: string },
  reversal: Reversal,
) {
  const [entry] = await work.db
    .select({ id: journalEntries.id })
    .from(journalEntries)
    .where(
      and(
        owned(work, journalEntries),
        eq(journalEntries.sourceType, source.sourceType),
        eq(journalEntries.sourceId, source.sourceId),
      ),
    );
  if (!entry) throw new Refusal("not_found");
  return reverse(work, entry.id, reversal);
}
