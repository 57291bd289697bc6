import { and, eq, inArray } from "drizzle-orm";
import { catalogItems, clients, projects, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { newId, type TimeEntryId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { visibleProjects } from "@/lib/projects/visible";
import type { NewTimeEntryInput } from "./inputs";
import { insertServices, requireRoomInDay } from "./save-time-entry";
import { roundedTime, servicesOf } from "./split";
import { entryWords } from "./time-entry";

type OwnTime = Omit<NewTimeEntryInput, "memberId">;

/**
 * A sheet of one's own time, all of it or none: drafts, as if each had been entered by itself. Refuses what
 * `createTimeEntry` refuses; each question is asked once for the whole sheet, so a long one costs little more than one
 * entry. Its facts stay off the project's timeline, as `insertTimeEntry` says.
 */
export async function logTime(work: Work<"time.write">, entries: OwnTime[]): Promise<{ timeEntryIds: TimeEntryId[] }> {
  if (entries.length === 0) return { timeEntryIds: [] };
  const clientOf = await readOpenProjects(work, entries);
  await requireActiveServices(work, entries);
  const memberId = work.member.id;
  const { rounding } = await getTimeSettings(work);
  const rows = entries.map(({ itemId, durationMinutes, moreServices, ...entry }) => {
    const clientId = present(clientOf.get(entry.projectId), `client of ${entry.projectId}`);
    const time = roundedTime(servicesOf({ itemId, durationMinutes, moreServices }), rounding);
    return { id: newId("timeEntry"), memberId, clientId, ...entry, ...time };
  });
  for (const [workedOn, durationMinutes] of minutesByDay(rows)) {
    await requireRoomInDay(work, { memberId, workedOn, durationMinutes }, null);
  }
  await work.db
    .insert(timeEntries)
    .values(rows.map(({ services: _, ...row }) => ({ companyId: work.company.id, ...row })));
  await insertServices(
    work,
    rows.map(({ id, services }) => ({ timeEntryId: id, services })),
  );
  for (const { id, ...time } of rows) {
    record(work, "time_entry.created", id, { summary: `Time of ${entryWords(time)} was entered`, facts: time });
  }
  return { timeEntryIds: rows.map((row) => row.id) };
}

/** Project → its client. Each project open and visible to the member, as `requireOpenProject` asks of one. */
async function readOpenProjects(work: Work, entries: OwnTime[]) {
  const wanted = [...new Set(entries.map((entry) => entry.projectId))];
  const found = await work.db
    .select({ id: projects.id, clientId: projects.clientId, status: projects.status, clientIsActive: clients.isActive })
    .from(projects)
    .innerJoin(clients, and(eq(clients.companyId, projects.companyId), eq(clients.id, projects.clientId)))
    .where(and(visibleProjects(work, work.db), inArray(projects.id, wanted)));
  if (found.length < wanted.length) throw new Refusal("not_found");
  if (found.some((project) => project.status !== "active")) throw refuseField("projectId", "project_inactive");
  if (found.some((project) => !project.clientIsActive)) throw refuseField("projectId", "client_inactive");
  return new Map(found.map((project) => [project.id, project.clientId]));
}

/** As `requireActiveService` asks of one. */
async function requireActiveServices(work: Work, entries: OwnTime[]): Promise<void> {
  const wanted = [...new Set(entries.flatMap(servicesOf).flatMap(({ itemId }) => itemId ?? []))];
  if (wanted.length === 0) return;
  const found = await work.db
    .select()
    .from(catalogItems)
    .where(and(owned(work, catalogItems), inArray(catalogItems.id, wanted)));
  if (found.length < wanted.length) throw new Refusal("not_found");
  const product = found.find((item) => item.kind !== "service");
  if (product) throw refuseField("itemId", "item_not_service", { name: product.name });
  const inactive = found.find((item) => !item.isActive);
  if (inactive) throw refuseField("itemId", "item_inactive", { name: inactive.name });
}

/** In the order of the days, so that two sheets of one member never wait for each other. */
function minutesByDay(entries: Pick<OwnTime, "workedOn" | "durationMinutes">[]) {
  const days = new Map<OwnTime["workedOn"], number>();
  for (const { workedOn, durationMinutes } of entries) days.set(workedOn, (days.get(workedOn) ?? 0) + durationMinutes);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}
