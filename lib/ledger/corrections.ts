import { and, eq, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { entryCorrections, journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { JournalEntryId } from "@/lib/kernel/ids";

/** Both ways: the entry that this one sets right, and those that set it right, each with the reason. */
export async function findCorrections(scope: Scope<"accounting.read">, entryId: JournalEntryId) {
  const wrong = alias(journalEntries, "wrong");
  const rows = await scope.read((db) =>
    db
      .select({
        id: entryCorrections.entryId,
        number: journalEntries.number,
        wrongId: wrong.id,
        wrongNumber: wrong.number,
        reason: entryCorrections.reason,
      })
      .from(entryCorrections)
      .innerJoin(journalEntries, and(owned(scope, journalEntries), eq(journalEntries.id, entryCorrections.entryId)))
      .innerJoin(wrong, and(owned(scope, wrong), eq(wrong.id, entryCorrections.correctsEntryId)))
      .where(
        and(
          owned(scope, entryCorrections),
          or(eq(entryCorrections.entryId, entryId), eq(entryCorrections.correctsEntryId, entryId)),
        ),
      )
      .orderBy(journalEntries.number),
  );
  const corrects = rows.find((row) => row.id === entryId);
  return {
    corrects: corrects ? { id: corrects.wrongId, number: corrects.wrongNumber, reason: corrects.reason } : null,
    correctedBy: rows.filter((row) => row.id !== entryId).map(({ id, number, reason }) => ({ id, number, reason })),
  };
}
