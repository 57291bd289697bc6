import { and, eq } from "drizzle-orm";
import { journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { ReverseEntryInput } from "./inputs";
import { reverse } from "./reverse";

/** Reverses an entry made by hand. A document's entry follows its document: void that instead. */
export async function reverseEntry(work: Work<"journal.write">, { entryId, entryOn, memo }: ReverseEntryInput) {
  const [entry] = await work.db
    .select()
    .from(journalEntries)
    .where(and(owned(work, journalEntries), eq(journalEntries.id, entryId)));
  if (!entry) throw new Refusal("not_found");
  if (entry.sourceType !== "manual") throw new Refusal("entry_has_source", { source: entry.memo });
  if (entryOn < entry.entryOn) throw refuseField("entryOn", "void_before", { day: formatDay(entry.entryOn) });

  const reversal = await reverse(work, entryId, { entryOn, memo, sourceType: "reversal", sourceId: entryId });
  record(work, "journal_entry.reversed", entryId, {
    summary: `Journal entry ${entry.number} was reversed by entry ${reversal.number}: ${memo}`,
    facts: { number: entry.number, reversedBy: reversal.number },
  });
  return { entryId: reversal.id };
}
