import { and, asc, between, eq } from "drizzle-orm";
import { clients, projects, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { MemberId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { labelColumn } from "@/lib/projects/visible";
import { servicesColumn } from "./services-column";
import { mayEditEntry } from "./time-entry";
import { type DayRange, dayNear, daysOf, weekOf } from "./week";

/**
 * What stands in one cell: nothing or one draft can be typed over; else `reason` says why not. Several entries, and
 * those that were split, are changed one by one.
 */
export type SheetCell = {
  day: PlainDate;
  minutes: number;
  entryId: string | null;
  revision: number | null;
  reason: string | null;
  note: string;
};

export type SheetRow = {
  key: string;
  projectId: string;
  projectLabel: string;
  clientName: string;
  itemId: string | null;
  itemName: string | null;
  cells: SheetCell[];
};

type Work = Pick<SheetRow, "projectId" | "projectLabel" | "clientName" | "itemId" | "itemName">;

/** A member's week: rows of project and service, and a cell for each day. Refuses `not_found` when staff ask for others. */
export async function getWeekSheet(
  scope: Scope<"time.read">,
  { memberId, week, copies }: { memberId: MemberId; week: DayRange; copies: boolean },
): Promise<SheetRow[]> {
  if (scope.member.role === "staff" && memberId !== scope.member.id) throw new Refusal("not_found");
  const before = weekOf(dayNear(week.from, -7));
  const [entries, earlier] = await Promise.all([
    entriesOf(scope, memberId, week),
    copies ? entriesOf(scope, memberId, before) : [],
  ]);
  const rows = new Map<string, SheetRow>();
  for (const work of [...entries, ...earlier].flatMap(workOf)) {
    const key = rowKey(work);
    if (!rows.has(key)) rows.set(key, { key, ...work, cells: emptyCells(week) });
  }
  for (const entry of entries) {
    for (const part of entry.services) {
      const row = rows.get(rowKey({ projectId: entry.projectId, itemId: part.itemId }));
      const cell = row?.cells.find(({ day }) => day === entry.workedOn);
      if (cell) fill(cell, entry, part.minutes, mayEditEntry(scope.member, entry));
    }
  }
  return [...rows.values()].sort((a, b) => labelOf(a).localeCompare(labelOf(b), "en-US"));
}

export function rowKey({ projectId, itemId }: { projectId: string; itemId: string | null }): string {
  return `${projectId}|${itemId ?? ""}`;
}

export function emptyCells(week: DayRange): SheetCell[] {
  return daysOf(week).map((day) => ({ day, minutes: 0, entryId: null, revision: null, reason: null, note: "" }));
}

type Entry = Awaited<ReturnType<typeof entriesOf>>[number];

function entriesOf(scope: Scope<"time.read">, memberId: MemberId, { from, to }: DayRange) {
  return scope.read((db) =>
    db
      .select({
        id: timeEntries.id,
        memberId: timeEntries.memberId,
        workedOn: timeEntries.workedOn,
        projectId: timeEntries.projectId,
        projectLabel: labelColumn,
        clientName: clients.name,
        services: servicesColumn,
        status: timeEntries.status,
        note: timeEntries.note,
        returnedReason: timeEntries.returnedReason,
        revision: timeEntries.revision,
      })
      .from(timeEntries)
      .innerJoin(projects, and(eq(projects.companyId, timeEntries.companyId), eq(projects.id, timeEntries.projectId)))
      .innerJoin(clients, and(eq(clients.companyId, timeEntries.companyId), eq(clients.id, timeEntries.clientId)))
      .where(
        and(owned(scope, timeEntries), eq(timeEntries.memberId, memberId), between(timeEntries.workedOn, from, to)),
      )
      .orderBy(asc(timeEntries.workedOn), asc(timeEntries.id)),
  );
}

function workOf({ projectId, projectLabel, clientName, services }: Entry): Work[] {
  return services.map(({ itemId, name }) => ({ projectId, projectLabel, clientName, itemId, itemName: name }));
}

function fill(cell: SheetCell, entry: Entry, minutes: number, mayEdit: boolean): void {
  const isFirst = cell.minutes === 0;
  cell.minutes += minutes;
  cell.note = [cell.note, entry.returnedReason ? `Returned: ${entry.returnedReason}` : "", entry.note]
    .filter(Boolean)
    .join("\n");
  cell.entryId = isFirst ? entry.id : null;
  cell.revision = isFirst ? entry.revision : null;
  if (!isFirst) cell.reason = "Several entries";
  else if (entry.services.length > 1) cell.reason = "Part of a split entry";
  else if (!mayEdit || entry.status !== "draft")
    cell.reason = `${entry.status[0]?.toUpperCase()}${entry.status.slice(1)}`;
}

function labelOf({ projectLabel, itemName }: Work): string {
  return `${projectLabel} ${itemName ?? ""}`;
}
