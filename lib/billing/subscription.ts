import type { CompanyAccess, LockReason } from "@/lib/kernel/company-access";
import type { Plan } from "@/lib/kernel/plans";
import { catalog } from "./catalog";

export const subscriptionStatuses = ["trialing", "active", "past_due", "canceled", "ended", "paused"] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export function isSubscriptionStatus(text: string): text is SubscriptionStatus {
  return (subscriptionStatuses as readonly string[]).includes(text);
}

export type PlanInterval = "month" | "year";

/** A trial shows everything, so that nobody decides on what he has not seen. */
export const trialPlan: Plan = "premium";
const trialDays = 14;

/** From the day that a payment failed. */
const graceDays = 7;

/** What of a subscription says how far its company gets. */
export type Terms = {
  status: SubscriptionStatus;
  trialEndsAt: Date | null;
  pastDueSince: Date | null;
  currentPeriodEndsAt: Date | null;
  cancelAtPeriodEnd: boolean;
  isComped: boolean;
  compedUntil: Date | null;
  suspendedAt: Date | null;
};

const dayMs = 24 * 60 * 60 * 1000;

function addDaysTo(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMs);
}

/** The end of a trial that begins now. */
export function trialEndFrom(now: Date): Date {
  return addDaysTo(now, trialDays);
}

/** A suspension stands above everything, a comp above what was or was not paid. */
export function accessOf(terms: Terms, now: Date): CompanyAccess {
  if (terms.suspendedAt) return { state: "suspended" };
  if (isCompedNow(terms, now)) return { state: "open", trialDaysLeft: null };
  return paidAccess(terms, now);
}

/** The status in one word, as people are told it. */
export function standingOf(terms: Terms, now: Date): SubscriptionStatus | "comped" {
  return isCompedNow(terms, now) ? "comped" : terms.status;
}

function isCompedNow({ isComped, compedUntil }: Terms, now: Date): boolean {
  return isComped && (compedUntil === null || compedUntil > now);
}

function paidAccess(terms: Terms, now: Date): CompanyAccess {
  const { status, trialEndsAt, pastDueSince, currentPeriodEndsAt } = terms;
  if (status === "trialing") {
    return isAhead(trialEndsAt, now)
      ? { state: "open", trialDaysLeft: daysUntil(trialEndsAt, now) }
      : locked("trial_ended");
  }
  if (terms.cancelAtPeriodEnd && currentPeriodEndsAt && !isAhead(currentPeriodEndsAt, now)) return locked("canceled");
  if (status === "active") return { state: "open", trialDaysLeft: null };
  if (status !== "past_due") return locked(status);
  const until = pastDueSince && addDaysTo(pastDueSince, graceDays);
  return isAhead(until, now) ? { state: "grace", daysLeft: daysUntil(until, now) } : locked("payment_overdue");
}

function locked(why: LockReason): CompanyAccess {
  return { state: "locked", why };
}

function isAhead(instant: Date | null, now: Date): boolean {
  return instant !== null && instant > now;
}

/** The day under way counts, so that the last one reads 1. */
function daysUntil(instant: Date | null, now: Date): number {
  return instant ? Math.ceil((instant.getTime() - now.getTime()) / dayMs) : 0;
}

/** How many active members a company may have. */
export function seatsAllowed({ plan, extraSeats }: { plan: Plan; extraSeats: number }): number {
  return catalog[plan].seats + extraSeats;
}
