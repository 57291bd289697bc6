import { eq } from "drizzle-orm";
import { subscriptions } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import type { EventType } from "@/lib/events/types";
import { Refusal } from "@/lib/kernel/refusal";
import { lockSubscription } from "./lock-subscription";
import type { Subscription } from "./queries";

/** What of it is left out stays as it is. */
export type SubscriptionChange = Partial<
  Pick<
    Subscription,
    "plan" | "interval" | "status" | "extraSeats" | "trialEndsAt" | "currentPeriodEndsAt" | "cancelAtPeriodEnd"
  >
>;

/** Up to when; null is for good. */
export type Comp = { until: Date | null; reason: string };

/**
 * What the company has and whether it is paid. Fewer seats than are taken put nobody out. `past_due` counts from now on,
 * unless it was so before. Refuses `trial_needs_end`, and `subscription_unchanged` where nothing would be another.
 */
export async function changeSubscription(work: Work<"billing.write">, change: SubscriptionChange): Promise<void> {
  const before = await lockSubscription(work);
  const { status } = { ...before, ...change };
  if (status === "trialing" && !(change.trialEndsAt ?? before.trialEndsAt)) throw new Refusal("trial_needs_end");
  const pastDueSince = status === "past_due" ? (before.pastDueSince ?? work.now) : null;
  await save(work, before, { ...change, pastDueSince }, "subscription.changed", "The subscription was changed");
}

/** Everything that the plan has, for nothing, whatever the status says. */
export async function compCompany(work: Work<"billing.write">, { until, reason }: Comp): Promise<void> {
  const comp = { isComped: true, compedUntil: until, compedReason: reason };
  await save(work, await lockSubscription(work), comp, "subscription.comped", `Given free of charge: ${reason}`);
}

export async function endComp(work: Work<"billing.write">): Promise<void> {
  const none = { isComped: false, compedUntil: null, compedReason: "" };
  const before = await lockSubscription(work);
  await save(work, before, none, "subscription.comp_ended", "Free of charge no longer");
}

/** From now on nobody enters. Nothing is deleted. */
export async function suspendCompany(work: Work<"billing.write">, reason: string): Promise<void> {
  const before = await lockSubscription(work);
  const suspension = { suspendedAt: before.suspendedAt ?? work.now, suspendedReason: reason };
  await save(work, before, suspension, "subscription.suspended", `The company was suspended: ${reason}`);
}

export async function reactivateCompany(work: Work<"billing.write">): Promise<void> {
  const before = await lockSubscription(work);
  const none = { suspendedAt: null, suspendedReason: "" };
  await save(work, before, none, "subscription.reactivated", "The company was reactivated");
}

async function save(
  work: Work<"billing.write">,
  before: Subscription,
  change: Partial<Subscription>,
  type: EventType,
  summary: string,
): Promise<void> {
  const facts = changesOf(before, change);
  if (Object.keys(facts).length === 0) throw new Refusal("subscription_unchanged");
  await work.db
    .update(subscriptions)
    .set({ ...change, revision: before.revision + 1 })
    .where(eq(subscriptions.companyId, work.company.id));
  record(work, type, work.company.id, { summary, facts });
}
