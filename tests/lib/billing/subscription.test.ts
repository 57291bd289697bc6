import { describe, expect, test } from "vitest";
import { type Permission, permissions, planFor } from "@/lib/access/permissions";
import { catalog, features } from "@/lib/billing/catalog";
import {
  accessOf,
  seatsAllowed,
  standingOf,
  subscriptionStatuses,
  type Terms,
  trialEndFrom,
} from "@/lib/billing/subscription";
import type { CompanyAccess } from "@/lib/kernel/company-access";
import { plans } from "@/lib/kernel/plans";

const now = new Date("2026-11-18T17:00:00Z");
const day = 24 * 60 * 60 * 1000;
const inDays = (days: number, ms = 0) => new Date(now.getTime() + days * day + ms);

const plain: Terms = {
  status: "active",
  trialEndsAt: null,
  pastDueSince: null,
  currentPeriodEndsAt: null,
  cancelAtPeriodEnd: false,
  isComped: false,
  compedUntil: null,
  suspendedAt: null,
};

const open: CompanyAccess = { state: "open", trialDaysLeft: null };
const trial = (trialDaysLeft: number): CompanyAccess => ({ state: "open", trialDaysLeft });
const grace = (daysLeft: number): CompanyAccess => ({ state: "grace", daysLeft });
const locked = (why: (CompanyAccess & { state: "locked" })["why"]): CompanyAccess => ({ state: "locked", why });

const overdue = { status: "past_due", pastDueSince: inDays(-8) } as const;

const table: [says: string, terms: Partial<Terms>, access: CompanyAccess][] = [
  ["active", {}, open],
  ["active, its period over and nobody has canceled", { currentPeriodEndsAt: inDays(-3) }, open],
  ["canceled at the period's end, which is to come", { cancelAtPeriodEnd: true, currentPeriodEndsAt: inDays(1) }, open],
  [
    "canceled at the period's end, which is now",
    { cancelAtPeriodEnd: true, currentPeriodEndsAt: now },
    locked("canceled"),
  ],
  ["canceled at the period's end, which nobody knows", { cancelAtPeriodEnd: true }, open],
  ["a trial on its first day", { status: "trialing", trialEndsAt: trialEndFrom(now) }, trial(14)],
  ["a trial on its last day", { status: "trialing", trialEndsAt: inDays(0, 1) }, trial(1)],
  ["a trial that ends now", { status: "trialing", trialEndsAt: now }, locked("trial_ended")],
  ["a trial without an end", { status: "trialing" }, locked("trial_ended")],
  ["overdue since now", { status: "past_due", pastDueSince: now }, grace(7)],
  ["overdue for six days and more", { status: "past_due", pastDueSince: inDays(-7, 1) }, grace(1)],
  ["overdue for seven days", { status: "past_due", pastDueSince: inDays(-7) }, locked("payment_overdue")],
  [
    "overdue, and canceled at a period's end that is over",
    { status: "past_due", pastDueSince: now, cancelAtPeriodEnd: true, currentPeriodEndsAt: inDays(-1) },
    locked("canceled"),
  ],
  ["canceled", { status: "canceled" }, locked("canceled")],
  ["ended", { status: "ended" }, locked("ended")],
  ["paused", { status: "paused" }, locked("paused")],
  ["comped for good", { ...overdue, isComped: true }, open],
  ["comped for a while", { ...overdue, isComped: true, compedUntil: inDays(0, 1) }, open],
  ["comped until now", { ...overdue, isComped: true, compedUntil: now }, locked("payment_overdue")],
  ["suspended", { suspendedAt: inDays(-1) }, { state: "suspended" }],
  ["suspended and comped", { suspendedAt: inDays(-1), isComped: true }, { state: "suspended" }],
];

describe("how far a company gets", () => {
  test.each(table)("%s", (_, terms, access) => expect(accessOf({ ...plain, ...terms }, now)).toEqual(access));

  test("each status but those that are paid or tried locks, whatever else is said", () => {
    const states = subscriptionStatuses.map((status) => accessOf({ ...plain, status }, now).state);
    expect(states).toEqual(["locked", "open", "locked", "locked", "locked", "locked"]);
  });

  test("a comp that is over is not told as one", () => {
    expect(standingOf({ ...plain, ...overdue, isComped: true }, now)).toBe("comped");
    expect(standingOf({ ...plain, ...overdue, isComped: true, compedUntil: now }, now)).toBe("past_due");
  });
});

test("seats are those of the plan and the extra ones", () => {
  expect(plans.map((plan) => seatsAllowed({ plan, extraSeats: 0 }))).toEqual([1, 5, 10]);
  expect(seatsAllowed({ plan: "starter", extraSeats: 3 })).toBe(4);
});

test("a larger plan costs more and seats more, and a year costs less than twelve months", () => {
  const rows = plans.map((plan) => catalog[plan]);
  for (const [n, row] of rows.entries()) {
    expect(row.year).toBeLessThan(12 * row.month);
    const next = rows[n + 1];
    if (next)
      expect([next.month > row.month, next.year > row.year, next.seats > row.seats]).toEqual([true, true, true]);
  }
});

test("whatever a plan opens is told under one feature, with the plan that opens it", () => {
  const gated = (Object.keys(permissions) as Permission[]).filter((right) => planFor(right) !== "starter");
  expect(features.flatMap(({ rights }) => rights).toSorted()).toEqual(gated.toSorted());
  for (const { words, rights } of features) expect([words, new Set(rights.map(planFor)).size]).toEqual([words, 1]);
});
