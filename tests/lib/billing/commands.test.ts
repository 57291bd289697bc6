import { beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema";
import {
  changeSubscription,
  compCompany,
  endComp,
  reactivateCompany,
  suspendCompany,
} from "@/lib/billing/change-subscription";
import { getSubscription } from "@/lib/billing/queries";
import { accessOf } from "@/lib/billing/subscription";
import { addMember } from "@/lib/companies/add-member";
import { requireFreeSeat, seatUsage } from "@/lib/companies/seats";
import { type BillingOffice, billingOffice } from "@/lib/doors/billing-office";
import { deskOf, foundWith, makeLogin } from "@/lib/doors/console";
import { makeDueOf } from "@/lib/doors/recurring";
import { sqlstateOf } from "../../db/roles";
import { newClient, newPlan } from "../../deeds";
import { type Firm, noon, password, type World, world } from "../../world";

let w: World;
let office: BillingOffice;
const days = (n: number) => new Date(noon.getTime() + n * 86_400_000);

beforeEach(async () => {
  w = await world();
  office = await billingOffice(w.a.slug);
});

const row = () => getSubscription(office.scope());
const told = ({ owner }: Firm) =>
  owner
    .scope()
    .read((db) => db.select().from(events).orderBy(events.id))
    .then((all) => all.filter(({ type }) => type.startsWith("subscription.")));

async function newcomer({ owner }: Firm, name: string) {
  const user = { email: `${name}@${owner.seat.company.slug}.test`, name, password };
  const userId = await makeLogin(user, noon);
  return owner.work((work) => addMember(work, { userId, displayName: name, role: "staff", hourlyRateCents: null }));
}

describe("founding", () => {
  test("a company begins on a trial of everything, 14 days from its first moment", async () => {
    const who = { email: "new@founding.test", name: "New", password };
    const { slug } = await foundWith({ ...who, companyName: "Trial & Co", timeZone: "Asia/Tokyo" }, noon);
    const { scope } = await billingOffice(slug);
    expect(await getSubscription(scope())).toMatchObject({
      plan: "premium",
      status: "trialing",
      trialEndsAt: days(14),
      extraSeats: 0,
      suspendedAt: null,
    });
    expect((await deskOf(slug, who.email)).seat.company.plan).toBe("premium");
  });
});

describe("EZ360's own hand", () => {
  test("changes what is named and nothing else, and the company's log says what was before", async () => {
    const before = await row();
    await office.work((work) => changeSubscription(work, { plan: "starter", extraSeats: 4 }), noon);
    expect(await row()).toEqual({ ...before, plan: "starter", extraSeats: 4, revision: before.revision + 1 });
    const last = (await told(w.a)).at(-1);
    expect(last).toMatchObject({ type: "subscription.changed", actor: "EZ360PM", happenedAt: noon });
    expect(last?.facts).toEqual({
      plan: { before: "premium", after: "starter" },
      extraSeats: { before: 0, after: 4 },
    });
    expect((await getSubscription((await billingOffice(w.b.slug)).scope())).plan).toBe("premium");
  });

  test("an overdue payment counts from the day that it was said first, and is forgotten once it is paid", async () => {
    await office.work((work) => changeSubscription(work, { status: "past_due" }), noon);
    await office.work((work) => changeSubscription(work, { plan: "professional" }), days(3));
    expect((await row()).pastDueSince).toEqual(noon);
    expect(accessOf(await row(), days(3))).toEqual({ state: "grace", daysLeft: 4 });
    await office.work((work) => changeSubscription(work, { status: "active" }), days(4));
    expect((await row()).pastDueSince).toBeNull();
  });

  test("what is given for nothing opens a locked company until its day, and can be ended", async () => {
    await office.work((work) => changeSubscription(work, { status: "ended" }));
    await office.work((work) => compCompany(work, { until: days(30), reason: "Pilot" }));
    expect([accessOf(await row(), days(29)).state, accessOf(await row(), days(30)).state]).toEqual(["open", "locked"]);
    await office.work(endComp);
    expect(await row()).toMatchObject({ isComped: false, compedUntil: null, compedReason: "" });
    expect((await told(w.a)).slice(-2).map(({ type }) => type)).toEqual([
      "subscription.comped",
      "subscription.comp_ended",
    ]);
  });

  test("a suspension keeps its first moment, and is lifted whole", async () => {
    await office.work((work) => suspendCompany(work, "Chargeback"), noon);
    await office.work((work) => suspendCompany(work, "Chargeback, twice"), days(2));
    expect(await row()).toMatchObject({ suspendedAt: noon, suspendedReason: "Chargeback, twice" });
    await office.work(reactivateCompany);
    expect(await row()).toMatchObject({ suspendedAt: null, suspendedReason: "" });
  });

  test("what changes nothing, and a trial without a last day, are refused and leave nothing behind", async () => {
    const before = [await row(), (await told(w.a)).length];
    for (const nothing of [
      () => office.work((work) => changeSubscription(work, { plan: "premium", status: "active" })),
      () => office.work(endComp),
      () => office.work(reactivateCompany),
    ]) {
      await expect(nothing()).rejects.toMatchObject({ code: "subscription_unchanged" });
    }
    await office.work((work) => changeSubscription(work, { status: "ended", trialEndsAt: null }));
    const trying = office.work((work) => changeSubscription(work, { status: "trialing" }));
    await expect(trying).rejects.toMatchObject({ code: "trial_needs_end" });
    expect((await row()).status).toBe("ended");
    expect((await told(w.a)).length).toBe(Number(before[1]) + 1);
  });

  test("a member's own transaction can't do it, whoever he is", async () => {
    const before = await row();
    for (const desk of [w.a.owner, w.a.admin]) {
      const free = desk.work((work) => changeSubscription(work, { extraSeats: 100 }));
      expect(await free.catch(sqlstateOf)).toBe("EZ002");
    }
    expect(await row()).toEqual(before);
  });
});

describe("seats", () => {
  test("whoever joins takes one, and without one nobody joins; after a smaller plan all who are there stay", async () => {
    expect(await seatUsage(office.scope())).toEqual({ members: 4, invited: 0, allowed: 10 });
    await office.work((work) => changeSubscription(work, { plan: "professional" }));
    await newcomer(w.a, "fifth");
    await expect(newcomer(w.a, "sixth")).rejects.toMatchObject({ code: "seats_full", details: { allowed: 5 } });
    await office.work((work) => changeSubscription(work, { extraSeats: 1 }));
    await newcomer(w.a, "seventh");
    await office.work((work) => changeSubscription(work, { plan: "starter" }));
    expect(await seatUsage(office.scope())).toEqual({ members: 6, invited: 0, allowed: 2 });
    await expect(w.a.owner.work(requireFreeSeat)).rejects.toMatchObject({ code: "seats_full" });
    await newcomer(w.b, "elsewhere");
  });

  test("of two who want the last seat at the same moment one gets it", async () => {
    await office.work((work) => changeSubscription(work, { plan: "professional" }));
    const tries = await Promise.allSettled([newcomer(w.a, "left"), newcomer(w.a, "right")]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await seatUsage(office.scope())).members).toBe(5);
  });
});

test("in a locked company nothing is made by itself, and it is made up for once it is open again", async () => {
  await newPlan(w.a.manager, await newClient(w.a.manager));
  const id = w.a.owner.seat.company.id;
  const made = () =>
    w.a.manager
      .scope()
      .read((db) => db.select().from(events))
      .then((all) => all.filter(({ type }) => type === "recurring_plan.made").length);
  await office.work((work) => changeSubscription(work, { status: "paused" }));
  expect([await makeDueOf(id, noon), await made()]).toEqual([[], 0]);
  await office.work((work) => changeSubscription(work, { status: "active" }));
  expect([await makeDueOf(id, noon), await made()]).toEqual([[], 1]);
});
