import { beforeAll, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { record } from "@/lib/events/record";
import { listRequest } from "@/lib/kernel/listing";
import { assignMembers } from "@/lib/projects/assign-members";
import { closeProject } from "@/lib/projects/close-project";
import { createProject } from "@/lib/projects/create-project";
import { deleteTimeEntry } from "@/lib/time/delete-time-entry";
import { editTimeEntryInput, newTimeEntryInput } from "@/lib/time/inputs";
import { getTimeEntry, listTimeEntries, sumTimeByDay, timeFilters, timeSorts } from "@/lib/time/queries";
import { submitTime } from "@/lib/time/submit-time";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { type World, world } from "../../world";
import { aProject, closeOctober, enter, memberOf, site } from "./site";

let w: World;
let at: Awaited<ReturnType<typeof site>>;

beforeAll(async () => {
  w = await world();
  at = await site(w.a);
});

const list = (desk: Desk, params: Record<string, string> = {}) =>
  listTimeEntries(desk.scope(), listRequest(params, { sorts: timeSorts, defaultSort: "-day", filters: timeFilters }));

const edit = (desk: Desk, timeEntryId: string, fields: Record<string, unknown> = {}) =>
  desk.work((work) =>
    updateTimeEntry(
      work,
      editTimeEntryInput.parse({
        timeEntryId,
        revision: "0",
        projectId: at.projectId,
        workedOn: "2026-11-18",
        durationMinutes: "2:00",
        ...fields,
      }),
    ),
  );

test("an entry belongs to its project's client, whoever enters it", async () => {
  const id = await enter(w.a.manager, {
    memberId: memberOf(w.a.staff),
    projectId: at.projectId,
    workedOn: "2026-11-02",
  });
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({
    clientName: "Acme",
    memberName: w.a.staff.seat.member.name,
    projectLabel: "P-00001 · Acme survey",
    durationMinutes: 60,
  });
});

test("staff enter time for themselves alone, managers for anybody in the company", async () => {
  const forManager = { memberId: memberOf(w.a.manager), projectId: at.projectId };
  await expect(enter(w.a.staff, forManager)).rejects.toMatchObject({ code: "forbidden" });
  await expect(enter(w.a.staff, { memberId: memberOf(w.a.staff), projectId: at.projectId })).resolves.toMatch(/^tim_/);
  const stranger = { memberId: memberOf(w.b.staff), projectId: at.projectId };
  await expect(enter(w.a.owner, stranger)).rejects.toMatchObject({ code: "not_found" });
});

test("staff see and change their own time only; another company's is not found by anybody", async () => {
  const id = await enter(w.a.manager, { projectId: at.projectId, workedOn: "2026-11-03" });
  await expect(getTimeEntry(w.a.staff.scope(), id)).rejects.toMatchObject({ code: "not_found" });
  await expect(edit(w.a.staff, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getTimeEntry(w.b.owner.scope(), id)).rejects.toMatchObject({ code: "not_found" });
  await expect(edit(w.b.owner, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(w.b.owner.work((work) => deleteTimeEntry(work, { timeEntryId: id }))).rejects.toMatchObject({
    code: "not_found",
  });
  const elsewhere = await site(w.b);
  const foreign = { projectId: at.projectId, itemId: elsewhere.itemId };
  await expect(enter(w.a.owner, foreign)).rejects.toMatchObject({ code: "not_found" });
  await expect(enter(w.b.owner, { projectId: at.projectId })).rejects.toMatchObject({ code: "not_found" });
});

test("an edit drawn from an older version is refused and changes nothing", async () => {
  const id = await enter(w.a.staff, { projectId: at.projectId, workedOn: "2026-11-04" });
  await edit(w.a.manager, id, { note: "by the manager", workedOn: "2026-11-04" });
  await expect(edit(w.a.staff, id, { note: "by staff" })).rejects.toMatchObject({ code: "stale" });
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({ note: "by the manager", revision: 1 });
});

test("submitted time is the manager's to change; staff are told why they can't", async () => {
  const id = await enter(w.a.staff, { projectId: at.projectId, workedOn: "2026-11-05" });
  await w.a.staff.work((work) => submitTime(work, { timeEntryIds: [id] }));
  await expect(edit(w.a.staff, id, { revision: "1" })).rejects.toMatchObject({
    code: "time_entry_locked",
    message: "This time entry is submitted and can't be changed.",
  });
  await expect(w.a.staff.work((work) => deleteTimeEntry(work, { timeEntryId: id }))).rejects.toMatchObject({
    code: "time_entry_locked",
  });
  await edit(w.a.manager, id, { revision: "1", workedOn: "2026-11-05" });
  await w.a.manager.work((work) => deleteTimeEntry(work, { timeEntryId: id }));
  await expect(getTimeEntry(w.a.staff.scope(), id)).rejects.toMatchObject({ code: "not_found" });
});

test("a day of one member holds 24 hours, counted with what an edit replaces", async () => {
  const on = { projectId: at.projectId, workedOn: "2026-11-06" };
  const id = await enter(w.a.staff, { ...on, durationMinutes: "10:00" });
  await enter(w.a.staff, { ...on, durationMinutes: "14:00" });
  await expect(enter(w.a.staff, { ...on, durationMinutes: "0:01" })).rejects.toMatchObject({
    code: "day_too_long",
    fields: { durationMinutes: expect.stringContaining("1441 minutes") },
  });
  await edit(w.a.staff, id, { ...on, durationMinutes: "9:00" });
  await enter(w.a.staff, { ...on, durationMinutes: "1:00" });
  await enter(w.a.manager, { ...on, durationMinutes: "24:00" });
});

test("entries made at the same moment do not exceed the day together", async () => {
  const on = { projectId: at.projectId, workedOn: "2026-11-07", durationMinutes: "6:00" };
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => enter(w.a.staff, on)));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(4);
  for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "day_too_long" });
  await expect(list(w.a.staff, { from: "2026-11-07", to: "2026-11-07" })).resolves.toMatchObject({ minutes: 1440 });
});

test("time in a closed period is neither entered nor changed nor deleted nor moved into it", async () => {
  const other = await world();
  const there = await site(other.a);
  const october = { projectId: there.projectId, workedOn: "2026-10-15" };
  const inside = await enter(other.a.staff, october);
  const outside = await enter(other.a.staff, { ...october, workedOn: "2026-11-15" });
  await closeOctober(other.a.owner);
  const closed = { code: "period_closed", message: expect.stringContaining("October 2026 is closed") };
  await expect(enter(other.a.staff, october)).rejects.toMatchObject(closed);
  await expect(edit(other.a.staff, inside, { ...october, workedOn: "2026-11-15" })).rejects.toMatchObject(closed);
  await expect(edit(other.a.staff, outside, october)).rejects.toMatchObject(closed);
  await expect(other.a.staff.work((work) => deleteTimeEntry(work, { timeEntryId: inside }))).rejects.toMatchObject(
    closed,
  );
  await other.a.staff.work((work) => submitTime(work, { timeEntryIds: [inside] }));
});

test("an entry keeps a project that was closed or taken away; it can't be moved to one", async () => {
  const { projectId } = await w.a.owner.work((work) =>
    createProject(work, aProject({ clientId: at.clientId, memberIds: [memberOf(w.a.staff)] })),
  );
  const id = await enter(w.a.staff, { projectId, workedOn: "2026-11-08" });
  await w.a.owner.work(async (work) => {
    await closeProject(work, { projectId });
    await assignMembers(work, projectId, []);
    record(work, "project.updated", projectId, { summary: "left alone" });
  });
  await edit(w.a.staff, id, { projectId, workedOn: "2026-11-08", note: "still mine" });
  const here = await enter(w.a.staff, { projectId: at.projectId, workedOn: "2026-11-08" });
  await expect(edit(w.a.staff, here, { projectId })).rejects.toMatchObject({ code: "not_found" });
  await expect(edit(w.a.manager, here, { projectId })).rejects.toMatchObject({ code: "project_inactive" });
});

test("the list is one's own for staff and everybody's for managers, with totals of all that match", async () => {
  const other = await world();
  const there = await site(other.a);
  const on = { projectId: there.projectId, workedOn: "2026-11-18" };
  await enter(other.a.staff, { ...on, durationMinutes: "1:30", note: "50%_off" });
  await enter(other.a.staff, { ...on, durationMinutes: "0:30", isBillable: undefined });
  await enter(other.a.manager, { ...on, workedOn: "2026-11-17", durationMinutes: "2:00" });
  await expect(list(other.a.staff)).resolves.toMatchObject({ total: 2, minutes: 120, billableMinutes: 90 });
  await expect(list(other.a.manager)).resolves.toMatchObject({ total: 3, minutes: 240, billableMinutes: 210 });
  await expect(list(other.a.manager, { member: memberOf(other.a.staff) })).resolves.toMatchObject({ total: 2 });
  await expect(list(other.a.staff, { member: memberOf(other.a.manager) })).resolves.toMatchObject({ total: 0 });
  await expect(list(other.a.manager, { q: "50%_" })).resolves.toMatchObject({ total: 1 });
  await expect(list(other.a.manager, { q: "acme SURVEY" })).resolves.toMatchObject({ total: 3 });
  await expect(list(other.a.manager, { status: "nonsense", project: "x", from: "yesterday" })).resolves.toMatchObject({
    total: 3,
  });
  await expect(list(other.b.owner)).resolves.toMatchObject({ total: 0, minutes: 0 });
  const request = listRequest({}, { sorts: timeSorts, defaultSort: "-day", filters: timeFilters });
  await expect(sumTimeByDay(other.a.manager.scope(), request)).resolves.toEqual([
    { day: "2026-11-17", minutes: 120 },
    { day: "2026-11-18", minutes: 120 },
  ]);
});

test("a page of the list begins where the one before it ended", async () => {
  const other = await world();
  const there = await site(other.a);
  for (let n = 1; n <= 5; n++)
    await enter(other.a.staff, { projectId: there.projectId, workedOn: `2026-11-0${(n % 3) + 1}` });
  const request = { ...listRequest({}, { sorts: timeSorts, defaultSort: "-day", filters: timeFilters }), limit: 2 };
  const whole = (await list(other.a.staff)).rows.map((row) => row.id);
  const paged: string[] = [];
  let after = request.after;
  do {
    const page = await listTimeEntries(other.a.staff.scope(), { ...request, after });
    paged.push(...page.rows.map((row) => row.id));
    after = page.next ? listRequest({ after: page.next }, { sorts: timeSorts, defaultSort: "-day" }).after : null;
  } while (after);
  expect(paged).toEqual(whole);
});

test("what is typed wrongly is said beside its field, never thrown", () => {
  const fieldsOf = (fields: Record<string, unknown>) => {
    const result = newTimeEntryInput.safeParse({
      projectId: at.projectId,
      workedOn: "2026-11-18",
      durationMinutes: "1",
      ...fields,
    });
    return result.success ? [] : result.error.issues.map((issue) => [issue.path.join("."), issue.message]);
  };
  expect(fieldsOf({})).toEqual([]);
  expect(fieldsOf({ projectId: "" })).toEqual([["projectId", "Choose a project."]]);
  expect(fieldsOf({ projectId: at.clientId })).toEqual([["projectId", "Choose a project from the list."]]);
  expect(fieldsOf({ workedOn: "2026-02-30" })[0]?.[0]).toBe("workedOn");
  expect(fieldsOf({ durationMinutes: "25h" })[0]?.[1]).toMatch(/24 hours/);
  expect(fieldsOf({ note: "x".repeat(10_000) })[0]?.[1]).toMatch(/1,000 characters/);
  expect(fieldsOf({ note: "a\u0000b" })[0]?.[1]).toMatch(/control characters/);
  expect(fieldsOf({ note: "نوت 🎉" })).toEqual([]);
});
