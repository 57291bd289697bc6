import { and, eq } from "drizzle-orm";
import { timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveService } from "@/lib/catalog/lock-item";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import { requireOpenProject } from "@/lib/projects/require-project";
import type { EditTimeEntryInput } from "./inputs";
import { lockTimeEntry, type TimeEntryRow } from "./lock-time";
import { requireRoomInDay } from "./save-time-entry";
import { entryWords, mayEditEntry } from "./time-entry";

/**
 * Refuses `stale`, and `time_entry_locked` once it has left this member's hands: submitted for staff, approved for
 * everybody. A project or service that was closed meanwhile stays where it stands; it can't be chosen anew.
 */
export async function updateTimeEntry(work: Work<"time.write">, input: EditTimeEntryInput) {
  const { timeEntryId, revision, ...worked } = input;
  const before = await lockTimeEntry(work, timeEntryId);
  if (!mayEditEntry(work.member, before)) throw new Refusal("time_entry_locked", { status: before.status });
  if (before.revision !== revision) throw new Refusal("stale");
  const clientId = await clientFor(work, before, worked.projectId);
  if (worked.itemId && worked.itemId !== before.itemId) await requireActiveService(work, worked.itemId);
  await requireRoomInDay(work, { ...worked, memberId: before.memberId }, timeEntryId);

  await work.db
    .update(timeEntries)
    .set({ ...worked, clientId, revision: revision + 1 })
    .where(and(owned(work, timeEntries), eq(timeEntries.id, timeEntryId)));
  record(work, "time_entry.updated", timeEntryId, {
    summary: `Time of ${entryWords(worked)} was changed`,
    facts: changesOf(before, { ...worked, clientId }),
  });
  return { timeEntryId };
}

async function clientFor(work: Work, before: TimeEntryRow, projectId: TimeEntryRow["projectId"]) {
  if (projectId === before.projectId) return before.clientId;
  return (await requireOpenProject(work, projectId)).clientId;
}
