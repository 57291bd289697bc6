import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { members } from "@/db/schema";
import type { Desk } from "@/lib/doors/console";
import { record } from "@/lib/events/record";
import { plainDate } from "@/lib/kernel/dates";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { countSubmittedTime, listSubmittedTime } from "@/lib/time/approval-queries";
import { approveTime, approveWeek, mayApproveOwnTime, returnTime } from "@/lib/time/approve-time";
import { getTimeEntry } from "@/lib/time/queries";
import { submitTime, submitWeek } from "@/lib/time/submit-time";
import { approved, billed, newClient, newProject } from "../../deeds";
import { type Firm, type World, world } from "../../world";
import { enter, memberOf, site } from "./site";

let w: World;
let at: Awaited<ReturnType<typeof site>>;

beforeAll(async () => {
  w = await world();
  at = await site(w.a);
});

const submit = (desk: Desk, ...timeEntryIds: TimeEntryId[]) => desk.work((work) => submitTime(work, { timeEntryIds }));
const approve = (desk: Desk, ...timeEntryIds: TimeEntryId[]) =>
  desk.work((work) => approveTime(work, { timeEntryIds }));
const sendBack = (desk: Desk, ...timeEntryIds: TimeEntryId[]) =>
  desk.work((work) => returnTime(work, { timeEntryIds, reason: "Which site?" }));
const draft = (desk: Desk, workedOn: string) => enter(desk, { projectId: at.projectId, workedOn });
const statusOf = async (id: TimeEntryId) => (await getTimeEntry(w.a.owner.scope(), id)).status;

test("time goes from draft by submission to approval, and back with a reason", async () => {
  const id = await draft(w.a.staff, "2026-11-02");
  await expect(approve(w.a.manager, id)).rejects.toMatchObject({ code: "time_wrong_status" });
  await submit(w.a.staff, id);
  await expect(submit(w.a.staff, id)).rejects.toMatchObject({ code: "time_wrong_status" });
  await sendBack(w.a.manager, id);
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({
    status: "draft",
    returnedReason: "Which site?",
  });
  await submit(w.a.staff, id);
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({ returnedReason: "" });
  await approve(w.a.manager, id);
  await expect(approve(w.a.admin, id)).rejects.toMatchObject({ code: "time_wrong_status" });
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({ status: "approved" });
  await sendBack(w.a.manager, id);
  await expect(getTimeEntry(w.a.staff.scope(), id)).resolves.toMatchObject({ status: "draft", approvedAt: null });
});

test("of several entries all are approved or none", async () => {
  const [one, two] = [await draft(w.a.staff, "2026-11-03"), await draft(w.a.staff, "2026-11-03")];
  await submit(w.a.staff, one);
  await expect(approve(w.a.manager, one, two)).rejects.toMatchObject({ code: "time_wrong_status" });
  expect(await statusOf(one)).toBe("submitted");
  await submit(w.a.staff, two);
  await expect(approve(w.a.manager, one, two)).resolves.toEqual({ count: 2 });
});

test("two managers who approve at the same moment approve once", async () => {
  const ids = [await draft(w.a.staff, "2026-11-04"), await draft(w.a.staff, "2026-11-04")];
  await submit(w.a.staff, ...ids);
  const both = await Promise.allSettled([approve(w.a.manager, ...ids), approve(w.a.admin, ...ids.toReversed())]);
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("nobody approves his own time beside another manager", async () => {
  const id = await draft(w.a.manager, "2026-11-05");
  await submit(w.a.manager, id);
  await expect(approve(w.a.manager, id)).rejects.toMatchObject({ code: "time_own_approval" });
  await approve(w.a.owner, id);
});

test("nobody approves time that he entered in another's name beside another manager", async () => {
  const memberId = memberOf(w.a.staff);
  const id = await enter(w.a.manager, { memberId, projectId: at.projectId, workedOn: "2026-11-05" });
  await submit(w.a.staff, id);
  const refused = { code: "time_own_approval" };
  await expect(approve(w.a.manager, id)).rejects.toMatchObject(refused);
  const week = { memberId, day: plainDate("2026-11-05") };
  await expect(w.a.manager.work((work) => approveWeek(work, week))).rejects.toMatchObject(refused);
  await approve(w.a.owner, id);
});

test("the only manager of a company may approve his own time", async () => {
  const other = await world();
  const there = await site(other.a);
  await leave(other.a, other.a.admin);
  await expect(mayApproveOwnTime(other.a.owner.scope())).resolves.toBe(false);
  await leave(other.a, other.a.manager);
  await expect(mayApproveOwnTime(other.a.owner.scope())).resolves.toBe(true);
  const id = await enter(other.a.owner, { projectId: there.projectId });
  await submit(other.a.owner, id);
  await expect(approve(other.a.owner, id)).resolves.toEqual({ count: 1 });
});

test("staff submit their own time alone, and another company's is not found", async () => {
  const id = await draft(w.a.manager, "2026-11-06");
  await expect(submit(w.a.staff, id)).rejects.toMatchObject({ code: "not_found" });
  for (const deed of [submit, approve, sendBack])
    await expect(deed(w.b.owner, id)).rejects.toMatchObject({ code: "not_found" });
});

test("a week is submitted whole: Monday to Sunday, one's own drafts and nothing else", async () => {
  const sunday = await draft(w.a.staff, "2026-10-25");
  const monday = await draft(w.a.staff, "2026-10-26");
  const last = await draft(w.a.staff, "2026-11-01");
  const others = await draft(w.a.manager, "2026-10-27");
  const week = () => w.a.staff.work((work) => submitWeek(work, { day: plainDate("2026-10-28") }));
  await expect(week()).resolves.toEqual({ count: 2 });
  expect(await Promise.all([sunday, monday, last, others].map(statusOf))).toEqual([
    "draft",
    "submitted",
    "submitted",
    "draft",
  ]);
  await expect(week()).rejects.toMatchObject({ code: "time_nothing_to_submit" });
});

test("what waits for approval is listed with whose it is, in this company alone", async () => {
  const other = await world();
  const there = await site(other.a);
  const id = await enter(other.a.staff, { projectId: there.projectId, durationMinutes: "0:45" });
  await submit(other.a.staff, id);
  await expect(listSubmittedTime(other.a.manager.scope())).resolves.toMatchObject({
    entries: [{ id, memberName: other.a.staff.seat.member.name, durationMinutes: 45 }],
    next: null,
  });
  await expect(countSubmittedTime(other.a.manager.scope())).resolves.toEqual({ entries: 1, minutes: 45 });
  await expect(listSubmittedTime(other.b.manager.scope())).resolves.toMatchObject({ entries: [] });

  const earlier = await enter(other.a.staff, { projectId: there.projectId, workedOn: "2026-11-02" });
  await submit(other.a.staff, earlier);
  const first = await listSubmittedTime(other.a.manager.scope(), { limit: 1 });
  expect(first).toMatchObject({ entries: [{ id: earlier }], next: earlier });
  const second = await listSubmittedTime(other.a.manager.scope(), { limit: 1, after: earlier });
  expect(second).toMatchObject({ entries: [{ id }], next: null });
  await expect(countSubmittedTime(other.a.manager.scope())).resolves.toMatchObject({ entries: 2 });
});

test("what is billed is neither approved, returned nor submitted again, and is said to be billed", async () => {
  const clientId = await newClient(w.a.manager);
  const id = await approved(w.a, await newProject(w.a.manager, clientId), 30);
  await billed(w.a.manager, clientId, [id]);
  const refused = { code: "time_wrong_status", details: { status: "billed" } };
  for (const step of [approve, sendBack, submit]) await expect(step(w.a.owner, id)).rejects.toMatchObject(refused);
  expect(await statusOf(id)).toBe("billed");
});

function leave(firm: Firm, desk: Desk) {
  return firm.owner.work(async (work) => {
    await work.db
      .update(members)
      .set({ isActive: false })
      .where(eq(members.id, memberOf(desk)));
    record(work, "company.updated", memberOf(desk), { summary: "left" });
  });
}
