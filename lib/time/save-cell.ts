import { and, eq, isNull } from "drizzle-orm";
import { timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { Refusal } from "@/lib/kernel/refusal";
import { createTimeEntry } from "./create-time-entry";
import { deleteTimeEntry } from "./delete-time-entry";
import type { SaveCellInput } from "./inputs";
import { lockTimeEntry, readServices } from "./lock-time";
import { holdDay } from "./save-time-entry";
import { servicesOfEntry } from "./unbilled";
import { updateTimeEntry } from "./update-time-entry";

/**
 * One cell of a week: makes the entry of an empty one, changes the one draft that stands in it, or deletes that where
 * the cell was emptied. Note and billing of the entry stay. Refuses `stale` when the cell is not as it was drawn.
 */
export async function saveCell(work: Work<"time.write">, input: SaveCellInput) {
  const { timeEntryId, revision, durationMinutes, memberId, projectId, itemId, workedOn } = input;
  if (timeEntryId === null) {
    if (durationMinutes === null) throw new Refusal("stale");
    await requireEmpty(work, input);
    await createTimeEntry(work, { memberId, projectId, itemId, workedOn, durationMinutes, isBillable: true, note: "" });
    return;
  }
  const before = await lockTimeEntry(work, timeEntryId);
  const [services = []] = await readServices(work, [timeEntryId]);
  if (before.revision !== revision || services.length > 1) throw new Refusal("stale");
  if (durationMinutes === null) {
    await deleteTimeEntry(work, { timeEntryId });
    return;
  }
  const { isBillable, note } = before;
  const stays = { projectId: before.projectId, itemId: services[0]?.itemId ?? null, workedOn: before.workedOn };
  await updateTimeEntry(work, { timeEntryId, revision, durationMinutes, isBillable, note, ...stays });
}

/** Two tabs may both show it empty; the second is told, instead of entering the time twice. */
async function requireEmpty(work: Work, { memberId, projectId, itemId, workedOn }: SaveCellInput): Promise<void> {
  const member = memberId ?? work.member.id;
  await holdDay(work, member, workedOn);
  const [taken] = await work.db
    .select({ id: timeEntries.id })
    .from(timeEntries)
    .innerJoin(timeEntryServices, servicesOfEntry)
    .where(
      and(
        owned(work, timeEntries),
        eq(timeEntries.memberId, member),
        eq(timeEntries.projectId, projectId),
        eq(timeEntries.workedOn, workedOn),
        itemId ? eq(timeEntryServices.itemId, itemId) : isNull(timeEntryServices.itemId),
      ),
    )
    .limit(1);
  if (taken) throw new Refusal("stale");
}
