import { and, eq } from "drizzle-orm";
import { timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveService } from "@/lib/catalog/lock-item";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import { requireOpenProject } from "@/lib/projects/require-project";
import type { EditTimeEntryInput } from "./inputs";
import { lockTimeEntry, readServices, type TimeEntryRow } from "./lock-time";
import { insertServices, requireRoomInDay } from "./save-time-entry";
import { roundedTime, type ServiceMinutes, servicesOf } from "./split";
import { entryWords, mayEditEntry } from "./time-entry";

/**
 * Refuses `stale`, and `time_entry_locked` once it has left this member's hands: submitted for staff, approved for
 * everybody. A project or service that was closed meanwhile stays where it stands; it can't be chosen anew. Minutes that
 * stay are not rounded again.
 */
export async function updateTimeEntry(work: Work<"time.write">, input: EditTimeEntryInput) {
  const { timeEntryId, revision, itemId, durationMinutes, moreServices, ...worked } = input;
  const before = await lockTimeEntry(work, timeEntryId);
  if (!mayEditEntry(work.member, before)) throw new Refusal("time_entry_locked", { status: before.status });
  if (before.revision !== revision) throw new Refusal("stale");
  const clientId = await clientFor(work, before, worked.projectId);
  const [servicesBefore = []] = await readServices(work, [timeEntryId]);
  const asked = servicesOf({ itemId, durationMinutes, moreServices });
  await requireNewServices(work, asked, servicesBefore);
  const { services, ...minutes } = await minutesAfter(work, before, asked, durationMinutes);
  const after = { ...worked, clientId, ...minutes };
  await requireRoomInDay(work, { ...after, memberId: before.memberId }, timeEntryId);

  await work.db
    .update(timeEntries)
    .set({ ...after, revision: revision + 1 })
    .where(and(owned(work, timeEntries), eq(timeEntries.id, timeEntryId)));
  await work.db
    .delete(timeEntryServices)
    .where(and(owned(work, timeEntryServices), eq(timeEntryServices.timeEntryId, timeEntryId)));
  await insertServices(work, [{ timeEntryId, services }]);
  record(work, "time_entry.updated", timeEntryId, {
    summary: `Time of ${entryWords(after)} was changed`,
    facts: changesOf({ ...before, services: servicesBefore }, { ...after, services }),
  });
  return { timeEntryId };
}

async function minutesAfter(work: Work, before: TimeEntryRow, asked: ServiceMinutes[], durationMinutes: number) {
  if (durationMinutes === before.durationMinutes)
    return { services: asked, durationMinutes, workedMinutes: before.workedMinutes };
  const { rounding } = await getTimeSettings(work);
  return roundedTime(asked, rounding);
}

async function requireNewServices(work: Work, asked: ServiceMinutes[], before: ServiceMinutes[]): Promise<void> {
  const known = new Set(before.map((part) => part.itemId));
  for (const itemId of new Set(asked.map((part) => part.itemId))) {
    if (itemId && !known.has(itemId)) await requireActiveService(work, itemId);
  }
}

async function clientFor(work: Work, before: TimeEntryRow, projectId: TimeEntryRow["projectId"]) {
  if (projectId === before.projectId) return before.clientId;
  return (await requireOpenProject(work, projectId)).clientId;
}
