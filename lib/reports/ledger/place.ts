import { isPlainDate, type PlainDate } from "@/lib/kernel/dates";
import { isId, type JournalEntryId } from "@/lib/kernel/ids";
import type { Cursor } from "@/lib/kernel/listing";

/** A line's place in the order of a ledger: its day, its entry, its number within the entry. */
export type Place = { entryOn: PlainDate; entryId: JournalEntryId; lineNo: number };

export function placeAt({ entryOn, entryId, lineNo }: Place): Cursor {
  return { value: entryOn, id: `${entryId}.${lineNo}` };
}

/** Null for no cursor, and for one that somebody made up: the ledger then starts at its beginning. */
export function placeOf(cursor: Cursor | null): Place | null {
  const [entryId, lineNo = ""] = cursor?.id.split(".") ?? [];
  const entryOn = String(cursor?.value);
  if (!isPlainDate(entryOn) || !isId("journalEntry", entryId) || !/^\d{1,4}$/.test(lineNo)) return null;
  return { entryOn, entryId, lineNo: Number(lineNo) };
}
