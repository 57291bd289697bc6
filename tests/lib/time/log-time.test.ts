import { beforeAll, expect, test } from "vitest";
import { deactivateItem } from "@/lib/catalog/deactivate-item";
import { listTimeline } from "@/lib/events/queries";
import { plainDate } from "@/lib/kernel/dates";
import type { CatalogItemId, ProjectId } from "@/lib/kernel/ids";
import { closeProject } from "@/lib/projects/close-project";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import { logTime } from "@/lib/time/log-time";
import { listTimeEntries } from "@/lib/time/queries";
import { today, type World, world } from "../../world";
import { closeOctober, memberOf, site } from "./site";

let w: World;
let projectId: ProjectId;
let itemId: CatalogItemId;

beforeAll(async () => {
  w = await world();
  ({ projectId, itemId } = await site(w.a));
});

const hour = { itemId: null, workedOn: today, durationMinutes: 60, isBillable: true, note: "" };
const any = { search: "", sort: "day", descending: false, filters: {}, after: null, before: null, limit: 200 } as const;

async function countEntries(): Promise<number> {
  return (await listTimeEntries(w.a.owner.scope(), any)).total;
}

/** What one entry refuses, a sheet refuses; and nothing of the sheet stays. */
async function refusedAsOne(entry: Parameters<typeof logTime>[1][number], code: string): Promise<void> {
  const before = await countEntries();
  const alone = w.a.staff.work((work) => createTimeEntry(work, { memberId: null, ...entry }));
  await expect(alone).rejects.toMatchObject({ code });
  const sheet = w.a.staff.work((work) => logTime(work, [{ ...hour, projectId }, entry]));
  await expect(sheet).rejects.toMatchObject({ code });
  expect(await countEntries()).toBe(before);
}

test("a sheet becomes drafts of one's own, each with its project's client and its own fact", async () => {
  const work = { ...hour, projectId, itemId, note: "Traverse" };
  const yesterday = plainDate("2026-11-17");
  const { timeEntryIds } = await w.a.staff.work(async (desk) => {
    const logged = await logTime(desk, [work, { ...work, workedOn: yesterday, durationMinutes: 90 }]);
    expect(desk.facts).toHaveLength(2);
    return logged;
  });
  const { rows } = await listTimeEntries(w.a.staff.scope(), { ...any, search: "Traverse" });
  expect(rows.map((row) => row.id)).toEqual([...timeEntryIds].reverse());
  for (const row of rows) {
    expect(row).toMatchObject({ memberId: memberOf(w.a.staff), clientName: "Acme", status: "draft", itemId });
  }
  expect(rows.map((row) => row.durationMinutes)).toEqual([90, 60]);
});

test("the project's timeline, which all of its staff read, tells nobody's time", async () => {
  const { timeEntryIds } = await w.a.manager.work((work) => logTime(work, [{ ...hour, projectId }]));
  const timeline = await listTimeline(w.a.staff.scope(), { projectId });
  expect(timeline.map((fact) => fact.type)).toEqual(["project.created"]);
  const own = await listTimeline(w.a.owner.scope(), { subjectId: timeEntryIds[0] as string });
  expect(own.map((fact) => fact.type)).toEqual(["time_entry.created"]);
});

test("the other company's project and service do not exist", async () => {
  const theirs = await site(w.b, "Theirs");
  await refusedAsOne({ ...hour, projectId: theirs.projectId }, "not_found");
  await refusedAsOne({ ...hour, projectId, itemId: theirs.itemId }, "not_found");
});

test("a project that was closed and a service that was deactivated take no time", async () => {
  const old = await site(w.a, "Old");
  await w.a.owner.work((work) => closeProject(work, { projectId: old.projectId }));
  await w.a.owner.work((work) => deactivateItem(work, { itemId: old.itemId }));
  await refusedAsOne({ ...hour, projectId: old.projectId }, "project_inactive");
  await refusedAsOne({ ...hour, projectId, itemId: old.itemId }, "item_inactive");
});

test("a day keeps its 24 hours, whatever the sheet is split into", async () => {
  const before = await countEntries();
  const half = { ...hour, projectId, workedOn: plainDate("2026-11-02"), durationMinutes: 12 * 60 };
  const tooLong = w.a.staff.work((work) => logTime(work, [half, half, { ...half, durationMinutes: 1 }]));
  await expect(tooLong).rejects.toMatchObject({ code: "day_too_long" });
  expect(await countEntries()).toBe(before);
  await w.a.staff.work((work) => logTime(work, [half, half]));
  await refusedAsOne({ ...half, durationMinutes: 1 }, "day_too_long");
});

test("a day in a closed period refuses the whole sheet", async () => {
  await closeOctober(w.a.owner);
  await refusedAsOne({ ...hour, projectId, workedOn: plainDate("2026-10-30") }, "period_closed");
});
