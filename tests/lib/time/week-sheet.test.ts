import { beforeAll, expect, test } from "vitest";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { updateTimeSettings } from "@/lib/companies/update-company";
import type { Desk } from "@/lib/doors/console";
import { plainDate } from "@/lib/kernel/dates";
import { approveTime, approveWeek, mayApproveOwnTime } from "@/lib/time/approve-time";
import { saveCellInput } from "@/lib/time/inputs";
import { getTimeEntry } from "@/lib/time/queries";
import { saveCell } from "@/lib/time/save-cell";
import { submitWeek } from "@/lib/time/submit-time";
import { weekOf } from "@/lib/time/week";
import { getWeekSheet } from "@/lib/time/week-sheet";
import { outcomes } from "../../evidence";
import { type World, world } from "../../world";
import { closeOctober, enter, memberOf, site } from "./site";

let w: World;
let at: Awaited<ReturnType<typeof site>>;

beforeAll(async () => {
  w = await world();
  at = await site(w.a);
});

const save = (desk: Desk, fields: Record<string, unknown>) =>
  desk.work((work) =>
    saveCell(work, saveCellInput.parse({ projectId: at.projectId, itemId: "", revision: "0", ...fields })),
  );
const sheet = (desk: Desk, day: string, of: Desk = desk, copies = false) =>
  getWeekSheet(desk.scope(), { memberId: memberOf(of), week: weekOf(plainDate(day)), copies });
const cell = async (day: string, itemId: string | null = null) =>
  (await sheet(w.a.staff, day)).find((row) => row.itemId === itemId)?.cells.find((one) => one.day === day);

test("an empty cell makes an entry, a filled one changes it and keeps its note, an emptied one deletes it", async () => {
  const day = "2026-11-16";
  await save(w.a.staff, { workedOn: day, durationMinutes: "1.5" });
  const made = await cell(day);
  expect(made).toMatchObject({ minutes: 90, reason: null });
  const kept = { workedOn: day, timeEntryId: made?.entryId };
  await save(w.a.staff, { ...kept, durationMinutes: "45m" });
  const changed = await cell(day);
  expect(changed).toMatchObject({ minutes: 45, entryId: made?.entryId });
  await expect(save(w.a.staff, { ...kept, durationMinutes: "2:00" })).rejects.toMatchObject({ code: "stale" });
  await save(w.a.staff, { ...kept, revision: String(changed?.revision), durationMinutes: "" });
  expect(await cell(day)).toBeUndefined();
});

test("of two tabs that fill the same empty cell at one instant one is told", async () => {
  const fields = { workedOn: "2026-11-17", durationMinutes: "1:00" };
  expect(await outcomes([save(w.a.staff, fields), save(w.a.staff, fields)])).toEqual(["done", "stale"]);
  expect(await cell("2026-11-17")).toMatchObject({ minutes: 60 });
});

test("several entries, split ones and what was submitted are text with the reason", async () => {
  const on = (workedOn: string, more: Record<string, unknown> = {}) =>
    enter(w.a.staff, { projectId: at.projectId, workedOn, durationMinutes: "1:00", ...more });
  await on("2026-11-09");
  await on("2026-11-09");
  const split = await on("2026-11-10", { moreServices: [{ itemId: at.itemId, minutes: "0:20" }] });
  expect(await cell("2026-11-09")).toMatchObject({ minutes: 120, reason: "Several entries", entryId: null });
  expect(await cell("2026-11-10")).toMatchObject({ minutes: 40, reason: "Part of a split entry", entryId: split });
  expect(await cell("2026-11-10", at.itemId)).toMatchObject({ minutes: 20, entryId: split });
  const typed = { workedOn: "2026-11-10", timeEntryId: split, durationMinutes: "3:00" };
  await expect(save(w.a.staff, typed)).rejects.toMatchObject({ code: "stale" });

  await w.a.staff.work((work) => submitWeek(work, { day: plainDate("2026-11-09") }));
  expect(await cell("2026-11-10", at.itemId)).toMatchObject({ reason: "Part of a split entry" });
  await on("2026-11-12");
  await w.a.staff.work((work) => submitWeek(work, { day: plainDate("2026-11-09") }));
  expect(await cell("2026-11-12")).toMatchObject({ minutes: 60, reason: "Submitted" });
});

test("the rows of the week before are copied without their time", async () => {
  const rows = await sheet(w.a.staff, "2026-11-30", w.a.staff, true);
  expect(rows).toEqual([]);
  await enter(w.a.staff, { projectId: at.projectId, itemId: at.itemId, workedOn: "2026-11-24" });
  const copied = await sheet(w.a.staff, "2026-11-30", w.a.staff, true);
  expect(copied.map((row) => [row.itemId, row.cells.map((one) => one.minutes)])).toEqual([
    [at.itemId, [0, 0, 0, 0, 0, 0, 0]],
  ]);
});

test("staff see and fill their own week only; the other company's is not there", async () => {
  await expect(sheet(w.a.staff, "2026-11-09", w.a.manager)).rejects.toMatchObject({ code: "not_found" });
  expect(await sheet(w.b.manager, "2026-11-09", w.a.staff)).toEqual([]);
  const forOther = { workedOn: "2026-11-19", durationMinutes: "1:00", memberId: memberOf(w.a.manager) };
  await expect(save(w.a.staff, forOther)).rejects.toMatchObject({ code: "forbidden" });
  await expect(save(w.b.staff, { workedOn: "2026-11-19", durationMinutes: "1:00" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a manager approves all of a member's week, and a second time there is nothing", async () => {
  const week = { memberId: memberOf(w.a.staff), day: plainDate("2026-11-13") };
  await expect(w.a.manager.work((work) => approveWeek(work, week))).resolves.toEqual({ count: 4 });
  const again = w.a.manager.work((work) => approveWeek(work, week));
  await expect(again).rejects.toMatchObject({ code: "time_nothing_to_approve" });
});

test("a cell in a closed month is refused with its name", async () => {
  const other = await world();
  at = await site(other.a);
  await closeOctober(other.a.owner);
  const typed = save(other.a.staff, { workedOn: "2026-10-20", durationMinutes: "1:00" });
  await expect(typed).rejects.toMatchObject({ code: "period_closed" });
});

test("without approval what is submitted is approved at once; own time is approved where the company lets it be", async () => {
  const other = await world();
  const there = await site(other.a);
  const id = await enter(other.a.manager, { projectId: there.projectId });
  await other.a.manager.work((work) => submitWeek(work, { day: plainDate("2026-11-18") }));
  const own = () => other.a.manager.work((work) => approveTime(work, { timeEntryIds: [id] }));
  await expect(own()).rejects.toMatchObject({ code: "time_own_approval" });
  expect(await mayApproveOwnTime(other.a.manager.scope())).toBe(false);
  await policy(other.a.owner, { timeOwnApproval: true });
  expect(await mayApproveOwnTime(other.a.manager.scope())).toBe(true);
  await own();

  await policy(other.a.owner, { timeNeedsApproval: false });
  const free = await enter(other.a.staff, { projectId: there.projectId });
  await other.a.staff.work((work) => submitWeek(work, { day: plainDate("2026-11-18") }));
  await expect(getTimeEntry(other.a.staff.scope(), free)).resolves.toMatchObject({ status: "approved" });
});

async function policy(desk: Desk, change: Record<string, boolean>) {
  const { revision } = await getTimeSettings(desk.scope());
  const rules = { timeRounding: "none" as const, timeRoundingMinutes: 15, timeMinimumMinutes: 0 };
  const before = { timeNeedsApproval: true, timeOwnApproval: false };
  await desk.work((work) => updateTimeSettings(work, { revision, ...rules, ...before, ...change }));
}
