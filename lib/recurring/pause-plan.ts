import { and, eq } from "drizzle-orm";
import { recurringPlans } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { PlanInput } from "./inputs";
import { lockPlan } from "./lock-plan";

/** Makes nothing until it is resumed. */
export function pausePlan(work: Work<"recurring.write">, { planId }: PlanInput) {
  return setActive(work, planId, false);
}

/** What came due meanwhile is made too, the newest of it. */
export function resumePlan(work: Work<"recurring.write">, { planId }: PlanInput) {
  return setActive(work, planId, true);
}

async function setActive(work: Work<"recurring.write">, planId: PlanInput["planId"], isActive: boolean) {
  const plan = await lockPlan(work, planId);
  await work.db
    .update(recurringPlans)
    .set({ isActive, revision: plan.revision + 1 })
    .where(and(owned(work, recurringPlans), eq(recurringPlans.id, planId)));
  record(work, isActive ? "recurring_plan.resumed" : "recurring_plan.paused", planId, {
    summary: `Recurring plan ${plan.name} was ${isActive ? "resumed" : "paused"}`,
    clientId: plan.clientId,
    projectId: plan.projectId,
  });
  return { planId };
}
