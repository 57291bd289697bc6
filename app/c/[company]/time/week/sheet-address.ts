import { one, type SearchParams } from "@/lib/kernel/listing";
import type { DayRange } from "@/lib/time/week";
import { emptyCells, rowKey, type SheetRow } from "@/lib/time/week-sheet";
import type { PickableWork } from "../pickable-work";
import type { SheetQuery } from "./week-grid";

/** What the week's address says; the row that the form below it just asked for is one of those that are added. */
export function sheetQuery(query: SearchParams, day: string, member: string): SheetQuery {
  const asked = one(query.project) ? [`${one(query.project)}|${one(query.service)}`] : [];
  return {
    day,
    member,
    copy: one(query.copy) === "1" ? "1" : "",
    add: [...new Set([[query.add ?? []].flat(), asked].flat())],
  };
}

export function weekHref(home: string, query: Partial<SheetQuery>): string {
  const { add = [], ...single } = query;
  const params = new URLSearchParams(Object.entries(single).filter(([, value]) => value));
  for (const row of add) params.append("add", row);
  return `${home}/time/week?${params}`;
}

/** Rows that the address adds, `project|service` each: those that can be picked and do not stand in the week already. */
export function addedRows(added: string[], work: PickableWork, rows: SheetRow[], week: DayRange): SheetRow[] {
  const known = new Set(rows.map((row) => row.key));
  return added.flatMap((text) => {
    const [projectId = "", itemId = ""] = text.split("|");
    const project = work.projects.find((option) => option.value === projectId);
    const service = work.services.find((option) => option.value === itemId);
    const key = rowKey({ projectId, itemId: service?.value ?? null });
    if (!project || known.has(key)) return [];
    known.add(key);
    return {
      key,
      projectId,
      projectLabel: project.label,
      clientName: project.hint ?? "",
      itemId: service?.value ?? null,
      itemName: service?.label ?? null,
      cells: emptyCells(week),
    };
  });
}
