import { and, eq } from "drizzle-orm";
import { timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { TimeEntryInput } from "./inputs";
import { lockTimeEntry, readServices } from "./lock-time";
import { entryWords, mayEditEntry } from "./time-entry";

/** As far as it may be changed it may be deleted. The fact keeps what it said. */
export async function deleteTimeEntry(work: Work<"time.write">, { timeEntryId }: TimeEntryInput) {
  const entry = await lockTimeEntry(work, timeEntryId);
  if (!mayEditEntry(work.member, entry)) throw new Refusal("time_entry_locked", { status: entry.status });

  const [services] = await readServices(work, [timeEntryId]);
  await work.db
    .delete(timeEntryServices)
    .where(and(owned(work, timeEntryServices), eq(timeEntryServices.timeEntryId, timeEntryId)));
  await work.db.delete(timeEntries).where(and(owned(work, timeEntries), eq(timeEntries.id, timeEntryId)));
  record(work, "time_entry.deleted", timeEntryId, {
    summary: `Time of ${entryWords(entry)} was deleted`,
    facts: { ...entry, services },
  });
}
