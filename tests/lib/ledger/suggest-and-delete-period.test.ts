import { beforeEach, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { plainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { createPeriod } from "@/lib/ledger/create-period";
import { deletePeriod } from "@/lib/ledger/delete-period";
import { newPeriodInput } from "@/lib/ledger/inputs";
import { getPeriod } from "@/lib/ledger/queries";
import { suggestPeriod } from "@/lib/ledger/suggest-period";
import { bookByHand, newMonth } from "../../deeds";
import { type World, world } from "../../world";
import { close, refused, reopen } from "./books";

let w: World;

beforeEach(async () => {
  w = await world();
});

const create = (startsOn: string, endsOn: string) =>
  w.a.admin.work((work) => createPeriod(work, newPeriodInput.parse({ startsOn, endsOn, name: "" })));

const remove = (desk: Desk, periodId: PeriodId) => desk.work((work) => deletePeriod(work, { periodId }));

test("the suggested period is the month of the first entry, then the days after the latest period", async () => {
  expect(await suggestPeriod(w.a.manager.scope())).toEqual({ startsOn: "2026-11-01", endsOn: "2026-11-30" });
  await bookByHand(w.a.owner, "1000", "3000", "10", plainDate("2026-08-20"));
  expect(await suggestPeriod(w.a.manager.scope())).toEqual({ startsOn: "2026-08-01", endsOn: "2026-08-31" });
  await create("2026-08-01", "2026-09-10");
  expect(await suggestPeriod(w.a.manager.scope())).toEqual({ startsOn: "2026-09-11", endsOn: "2026-09-30" });
  await create("2026-09-11", "2199-12-31");
  expect(await suggestPeriod(w.a.manager.scope())).toBeNull();
});

test("a stray period far ahead is not what the suggestion goes on from, and no suggestion overlaps a period", async () => {
  const suggested = () => suggestPeriod(w.a.manager.scope());
  await create("2062-10-01", "2062-10-31");
  expect(await suggested()).toEqual({ startsOn: "2026-11-01", endsOn: "2026-11-30" });
  await create("2026-10-01", "2026-10-31");
  expect(await suggested()).toEqual({ startsOn: "2026-11-01", endsOn: "2026-11-30" });
  await create("2026-12-10", "2026-12-31");
  await create("2026-11-01", "2026-11-30");
  expect(await suggested()).toEqual({ startsOn: "2026-12-01", endsOn: "2026-12-09" });
  await create("2026-12-01", "2026-12-09");
  expect(await suggested()).toEqual({ startsOn: "2027-01-01", endsOn: "2027-01-31" });
});

test("after a closed period ahead the suggestion goes on from it, since none is made before", async () => {
  for (const month of ["2026-10", "2026-12"]) await close(w.a.owner, await newMonth(w.a.owner, month));
  expect(await suggestPeriod(w.a.manager.scope())).toEqual({ startsOn: "2027-01-01", endsOn: "2027-01-31" });
});

test("a period that was never closed is deleted by an admin, and its days are free again", async () => {
  const periodId = await create("2062-10-01", "2062-10-31").then((made) => made.periodId);
  await remove(w.a.admin, periodId);
  await expect(getPeriod(w.a.owner.scope(), periodId)).rejects.toMatchObject({ code: "not_found" });
  expect(await refused(w.a.admin, () => remove(w.a.admin, periodId))).toMatchObject({ code: "not_found" });
  const facts = await listTimeline(w.a.manager.scope(), { subjectId: periodId });
  expect(facts.map((fact) => fact.type)).toEqual(["period.deleted", "period.created"]);
  await create("2062-10-01", "2062-10-31");
});

test("a period that is closed, or was once, and another company's are not deleted", async () => {
  const periodId = await newMonth(w.a.owner, "2026-10");
  const gone = () => remove(w.a.admin, periodId);
  await close(w.a.owner, periodId);
  const stays = { code: "period_was_closed", details: { period: "October 2026" } };
  expect(await refused(w.a.owner, gone)).toMatchObject(stays);
  await reopen(w.a.owner, periodId);
  expect(await refused(w.a.owner, gone)).toMatchObject(stays);
  const theirs = await newMonth(w.b.owner, "2026-10");
  expect(await refused(w.b.owner, () => remove(w.a.owner, theirs))).toMatchObject({ code: "not_found" });
});

test("who closes and who deletes the same period at once: one of the two is refused", async () => {
  for (let round = 0; round < 5; round++) {
    const periodId = await newMonth(w.a.owner, `2026-0${round + 1}`);
    const tries = await Promise.allSettled([close(w.a.owner, periodId), remove(w.a.admin, periodId)]);
    const [closing, removing] = tries;
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    if (closing.status === "rejected") expect(closing.reason.code).toBe("not_found");
    if (removing.status === "rejected") expect(removing.reason.code).toBe("period_was_closed");
  }
});
