import { and, eq } from "drizzle-orm";
import { recurringOccurrences, recurringSkips } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import { addDays, formatDay, type PlainDate } from "@/lib/kernel/dates";
import { newId, type RecurringPlanId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { issueAndApply } from "@/lib/payments/issue-and-apply";
import type { PlanInput } from "./inputs";
import { linesOfPlan, lockPlan, madeDays } from "./lock-plan";
import { dueOccurrences, nextOccurrences, occurrencesOf } from "./plan";

type Making = Work<"recurring.write" | "invoices.write" | "invoices.issue">;

/**
 * The invoice of one day of a plan: drafted and, where the plan says so, issued by the commands that people use. Made
 * once for ever, by whoever is first. It is dated its day, or today where that day is still to come. Refuses
 * `occurrence_made`, `occurrence_gone` where the plan was changed since, and whatever the commands refuse: nothing is
 * made then.
 */
export async function makeOccurrence(
  work: Making,
  { planId, occurrenceOn }: { planId: RecurringPlanId; occurrenceOn: PlainDate },
) {
  const plan = await lockPlan(work, planId);
  if (!plan.isActive) throw new Refusal("plan_paused");
  const made = await madeDays(work, planId);
  const day = formatDay(occurrenceOn);
  if (made.has(occurrenceOn)) throw new Refusal("occurrence_made", { day });
  if (occurrencesOf(plan, occurrenceOn, occurrenceOn, made).length === 0) throw new Refusal("occurrence_gone", { day });

  const lines = await linesOfPlan(work, planId);
  const invoiceId = newId("invoice");
  await work.db.insert(recurringOccurrences).values({ companyId: work.company.id, planId, occurrenceOn, invoiceId });
  const issuedOn = occurrenceOn < work.today ? occurrenceOn : work.today;
  const { clientId, projectId, useProjectNumbers, reference, notes } = plan;
  const head = {
    kind: "standard" as const,
    clientId,
    projectId,
    useProjectNumbers,
    issuedOn,
    dueOn: addDays(issuedOn, plan.dueDays),
  };
  const amounts = { taxPercent: plan.taxPpm, discount: { ppm: plan.discountPpm, cents: plan.discountCents } };
  const occurrence = { recurringPlanId: planId, occurrenceOn };
  await draftInvoice(work, { ...head, reference, notes, ...amounts, lines }, { invoiceId, occurrence });
  record(work, "recurring_plan.made", planId, {
    summary: `Recurring plan ${plan.name} made its invoice of ${day}`,
    facts: { occurrenceOn, invoiceId },
    ...{ clientId, projectId, invoiceId },
  });
  if (plan.issuesAutomatically) await issueAndApply(work, { invoiceId, revision: 0 });
  return { invoiceId };
}

/**
 * What the button does: the first occurrence that is not made yet, ahead of its day if need be. One that was skipped waits
 * for the daily run, as long as there is another.
 */
export async function makeNext(work: Making, { planId }: PlanInput) {
  const plan = await lockPlan(work, planId);
  const made = await madeDays(work, planId);
  const skipped = await work.db
    .select({ day: recurringSkips.occurrenceOn })
    .from(recurringSkips)
    .where(and(owned(work, recurringSkips), eq(recurringSkips.planId, planId)));
  const days = [...dueOccurrences(plan, work.today, made), ...nextOccurrences(plan, addDays(work.today, 1), made, 1)];
  const occurrenceOn = days.find((day) => !skipped.some((skip) => skip.day === day)) ?? days[0];
  if (!occurrenceOn) throw new Refusal("plan_ended");
  return makeOccurrence(work, { planId, occurrenceOn });
}

/** What could not be made, and why. Refuses `occurrence_made` when that was told already. */
export async function skipOccurrence(
  work: Work<"recurring.write">,
  { planId, occurrenceOn, reason }: { planId: RecurringPlanId; occurrenceOn: PlainDate; reason: string },
) {
  const plan = await lockPlan(work, planId);
  const told = await work.db
    .insert(recurringSkips)
    .values({ companyId: work.company.id, planId, occurrenceOn, reason })
    .onConflictDoNothing()
    .returning({ reason: recurringSkips.reason });
  if (told.length === 0) throw new Refusal("occurrence_made", { day: formatDay(occurrenceOn) });
  record(work, "recurring_plan.skipped", planId, {
    summary: `Recurring plan ${plan.name} skipped ${formatDay(occurrenceOn)}: ${reason}`,
    facts: { occurrenceOn, reason },
    clientId: plan.clientId,
    projectId: plan.projectId,
  });
}
