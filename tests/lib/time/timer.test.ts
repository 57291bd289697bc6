import { beforeAll, expect, test } from "vitest";
import { editItemInput } from "@/lib/catalog/inputs";
import { updateItem } from "@/lib/catalog/update-item";
import type { Desk } from "@/lib/doors/console";
import { closeProject } from "@/lib/projects/close-project";
import { createProject } from "@/lib/projects/create-project";
import { startTimerInput } from "@/lib/time/inputs";
import { discardTimer, pauseTimer, resumeTimer } from "@/lib/time/pause-timer";
import { getTimeEntry } from "@/lib/time/queries";
import { startTimer } from "@/lib/time/start-timer";
import { stopTimer } from "@/lib/time/stop-timer";
import { countedFrom, elapsedSeconds, formatClock } from "@/lib/time/timer";
import { findTimer, listRecentWork } from "@/lib/time/timer-queries";
import { type World, world } from "../../world";
import { aProject, closeOctober, enter, site } from "./site";

let w: World;
let at: Awaited<ReturnType<typeof site>>;

beforeAll(async () => {
  w = await world();
  at = await site(w.a);
});

const start = (desk: Desk, now: string, fields: Record<string, unknown> = {}) =>
  desk.work((work) => startTimer(work, startTimerInput.parse({ projectId: at.projectId, ...fields })), {
    now: new Date(now),
  });
const stop = (desk: Desk, now: string, requestId?: string) =>
  desk.work((work) => stopTimer(work), { now: new Date(now), requestId });
const pause = (desk: Desk, now: string) => desk.work((work) => pauseTimer(work), { now: new Date(now) });
const resume = (desk: Desk, now: string) => desk.work((work) => resumeTimer(work), { now: new Date(now) });
const discard = (desk: Desk) => desk.work((work) => discardTimer(work));

test("a member has one timer: a second start is refused and the first runs on", async () => {
  await start(w.a.staff, "2026-11-18T15:00:00Z", { itemId: at.itemId, note: "Site visit" });
  await expect(start(w.a.staff, "2026-11-18T15:30:00Z")).rejects.toMatchObject({ code: "timer_running" });
  await expect(findTimer(w.a.staff.scope())).resolves.toMatchObject({ startedAt: new Date("2026-11-18T15:00:00Z") });
  await discard(w.a.staff);
  await expect(findTimer(w.a.staff.scope())).resolves.toBeNull();
});

test("of two starts at the same moment one wins", async () => {
  const both = await Promise.allSettled([
    start(w.a.staff, "2026-11-18T15:00:00Z"),
    start(w.a.staff, "2026-11-18T15:00:00Z"),
  ]);
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "timer_running" } });
  await discard(w.a.staff);
});

test("pauses are not counted, and the entry has the whole minutes of what was", async () => {
  await start(w.a.staff, "2026-11-18T15:00:00Z", { itemId: at.itemId, note: "Site visit" });
  await pause(w.a.staff, "2026-11-18T15:10:30Z");
  await expect(pause(w.a.staff, "2026-11-18T15:11:00Z")).rejects.toMatchObject({ code: "timer_not_running" });
  await resume(w.a.staff, "2026-11-18T16:00:00Z");
  await expect(resume(w.a.staff, "2026-11-18T16:01:00Z")).rejects.toMatchObject({ code: "timer_not_paused" });
  const { timeEntryId } = await stop(w.a.staff, "2026-11-18T16:05:29Z");
  await expect(getTimeEntry(w.a.staff.scope(), timeEntryId)).resolves.toMatchObject({
    durationMinutes: 15,
    workedOn: "2026-11-18",
    status: "draft",
    isBillable: true,
    itemName: "Acme drafting",
    note: "Site visit",
  });
  await expect(findTimer(w.a.staff.scope())).resolves.toBeNull();
});

test("a paused timer can be stopped, and the pause does not count", async () => {
  await start(w.a.staff, "2026-11-18T15:00:00Z");
  await pause(w.a.staff, "2026-11-18T15:02:00Z");
  const { timeEntryId } = await stop(w.a.staff, "2026-11-18T20:00:00Z");
  await expect(getTimeEntry(w.a.staff.scope(), timeEntryId)).resolves.toMatchObject({ durationMinutes: 2 });
});

test("a timer that runs over midnight belongs to the company's day of its start", async () => {
  // 23:30 in New York is the next day in UTC already
  await start(w.a.staff, "2026-11-18T04:30:00Z");
  const { timeEntryId } = await stop(w.a.staff, "2026-11-18T06:30:00Z");
  await expect(getTimeEntry(w.a.staff.scope(), timeEntryId)).resolves.toMatchObject({
    workedOn: "2026-11-17",
    durationMinutes: 120,
  });
});

test("a timer that was paused over a weekend belongs to the day that its end less its counted time falls on", async () => {
  // Friday 17:50 to 18:00 and Monday 9:00 to 12:00 in New York
  await start(w.a.staff, "2026-11-06T22:50:00Z");
  await pause(w.a.staff, "2026-11-06T23:00:00Z");
  await resume(w.a.staff, "2026-11-09T14:00:00Z");
  const { timeEntryId } = await stop(w.a.staff, "2026-11-09T17:00:00Z");
  await expect(getTimeEntry(w.a.staff.scope(), timeEntryId)).resolves.toMatchObject({
    workedOn: "2026-11-09",
    durationMinutes: 190,
  });
});

test("a month that was closed over the pause does not refuse what was worked after it", async () => {
  const other = await world();
  const there = await site(other.a);
  await start(other.a.staff, "2026-10-30T21:50:00Z", { projectId: there.projectId });
  await pause(other.a.staff, "2026-10-30T22:00:00Z");
  await closeOctober(other.a.owner);
  await resume(other.a.staff, "2026-11-02T14:00:00Z");
  const { timeEntryId } = await stop(other.a.staff, "2026-11-02T17:00:00Z");
  await expect(getTimeEntry(other.a.staff.scope(), timeEntryId)).resolves.toMatchObject({ workedOn: "2026-11-02" });
});

test("stopping twice with the same request is one entry, and the second try gets the first one's answer", async () => {
  await start(w.a.staff, "2026-11-16T15:00:00Z");
  const first = await stop(w.a.staff, "2026-11-16T15:30:00Z", "one-and-the-same");
  await expect(stop(w.a.staff, "2026-11-16T15:31:00Z", "one-and-the-same")).resolves.toEqual(first);
  await expect(stop(w.a.staff, "2026-11-16T15:31:00Z")).rejects.toMatchObject({ code: "timer_not_running" });
});

test("less than a minute is refused and the timer runs on", async () => {
  await start(w.a.staff, "2026-11-18T15:00:00Z");
  await expect(stop(w.a.staff, "2026-11-18T15:00:59Z")).rejects.toMatchObject({ code: "timer_too_short" });
  await stop(w.a.staff, "2026-11-18T15:01:00Z");
});

test("more than a day is refused and the timer stays", async () => {
  await start(w.a.staff, "2026-11-13T15:00:00Z");
  await expect(stop(w.a.staff, "2026-11-14T15:00:01Z")).rejects.toMatchObject({ code: "timer_too_long" });
  await expect(findTimer(w.a.staff.scope())).resolves.not.toBeNull();
  await stop(w.a.staff, "2026-11-14T15:00:00Z");
});

test("a stop on a day that has no room left is refused and the timer stays", async () => {
  await enter(w.a.staff, { projectId: at.projectId, workedOn: "2026-11-10", durationMinutes: "23:00" });
  await start(w.a.staff, "2026-11-10T15:00:00Z");
  await expect(stop(w.a.staff, "2026-11-10T16:01:00Z")).rejects.toMatchObject({ code: "day_too_long" });
  await stop(w.a.staff, "2026-11-10T16:00:00Z");
});

test("a stop in a closed period is refused with its name, and the timer stays", async () => {
  const other = await world();
  const there = await site(other.a);
  await start(other.a.staff, "2026-10-30T15:00:00Z", { projectId: there.projectId });
  await closeOctober(other.a.owner);
  await expect(stop(other.a.staff, "2026-10-30T16:00:00Z")).rejects.toMatchObject({
    code: "period_closed",
    message: expect.stringContaining("October 2026"),
  });
  await expect(findTimer(other.a.staff.scope())).resolves.not.toBeNull();
});

test("a timer starts only on what takes time: an open project of one's own and an active service", async () => {
  const wrong = async (fields: Record<string, unknown>, code: string) =>
    expect(start(w.a.staff, "2026-11-18T15:00:00Z", fields)).rejects.toMatchObject({ code });
  const elsewhere = await site(w.b);
  await wrong({ projectId: elsewhere.projectId }, "not_found");
  await wrong({ itemId: elsewhere.itemId }, "not_found");
  const unassigned = await w.a.owner.work((work) => createProject(work, aProject({ clientId: at.clientId })));
  await wrong({ projectId: unassigned.projectId }, "not_found");
  await start(w.a.owner, "2026-11-18T15:00:00Z", { projectId: unassigned.projectId });
  await w.a.owner.work((work) => closeProject(work, unassigned));
  await stop(w.a.owner, "2026-11-18T16:00:00Z");
  await expect(start(w.a.owner, "2026-11-18T17:00:00Z", { projectId: unassigned.projectId })).rejects.toMatchObject({
    code: "project_inactive",
    fields: { projectId: expect.any(String) },
  });
  const product = { itemId: at.itemId, revision: "0", kind: "product", name: "Stakes", unitPriceCents: "4" };
  await w.a.owner.work((work) => updateItem(work, editItemInput.parse(product)));
  await wrong({ itemId: at.itemId }, "item_not_service");
});

test("what was worked on last comes first among the ways to start again", async () => {
  const here = await world();
  const there = await site(here.a);
  await enter(here.a.staff, { projectId: there.projectId, workedOn: "2026-11-16" });
  await enter(here.a.staff, { projectId: there.projectId, itemId: there.itemId, workedOn: "2026-11-17" });
  await enter(here.a.staff, { projectId: there.projectId, workedOn: "2026-11-12" });
  const recent = await listRecentWork(here.a.staff.scope());
  expect(recent.map((pair) => pair.itemName)).toEqual(["Acme drafting", null]);
  await expect(listRecentWork(here.a.manager.scope())).resolves.toEqual([]);
});

test("the clock counts whole seconds and is never turned back", () => {
  const resumedAt = new Date("2026-11-18T15:00:00.900Z");
  expect(elapsedSeconds({ resumedAt, accumulatedSeconds: 10 }, new Date("2026-11-18T15:00:02.800Z"))).toBe(11);
  expect(elapsedSeconds({ resumedAt, accumulatedSeconds: 10 }, new Date("2026-11-18T14:00:00Z"))).toBe(10);
  expect(elapsedSeconds({ resumedAt: null, accumulatedSeconds: 10 }, new Date("2026-11-19T15:00:00Z"))).toBe(10);
  expect(formatClock(0)).toBe("0:00:00");
  expect(formatClock(3_723)).toBe("1:02:03");
  expect(formatClock(90_061)).toBe("25:01:01");
});

test("what was counted began at the start, or as much later as the pauses were long", () => {
  const began = new Date("2026-11-18T04:59:59.900Z");
  const now = new Date("2026-11-18T06:00:00.100Z");
  expect(countedFrom({ resumedAt: began, accumulatedSeconds: 0 }, now)).toEqual(began);
  expect(countedFrom({ resumedAt: null, accumulatedSeconds: 60 }, now)).toEqual(new Date("2026-11-18T05:59:00.100Z"));
  expect(countedFrom({ resumedAt: now, accumulatedSeconds: 60 }, began)).toEqual(new Date("2026-11-18T04:58:59.900Z"));
});
