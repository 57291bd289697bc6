import { and, eq } from "drizzle-orm";
import { recurringPlanLines, recurringPlans } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { requireProjectNumbers, requireProjectOf } from "@/lib/invoicing/draft-invoice";
import { amountsOf, requireItems } from "@/lib/invoicing/draft-lines";
import { newId, type RecurringPlanId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import type { EditPlanInput, NewPlanInput } from "./inputs";
import { lockPlan, madeDays } from "./lock-plan";
import { hasOtherDays, resumptionOf } from "./plan";

/** From then on its invoices are made on their days. Refuses what an invoice would be refused for. */
export async function createPlan(work: Work<"recurring.write">, input: NewPlanInput) {
  const planId = newId("recurringPlan");
  await requireMakeable(work, input);
  const row = rowOf(input);
  await work.db
    .insert(recurringPlans)
    .values({ companyId: work.company.id, id: planId, createdBy: work.member.id, ...row });
  await writeLines(work, planId, input);
  record(work, "recurring_plan.created", planId, {
    summary: `Recurring plan ${input.name} was made`,
    facts: { ...row, lines: input.lines.length },
    ...placeOf(input),
  });
  return { planId };
}

/**
 * Holds for the invoices that are still to come: other days count from today on, and none comes on or before one that was
 * made. Refuses `stale` when somebody saved since the form was drawn.
 */
export async function updatePlan(work: Work<"recurring.write">, { planId, revision, ...input }: EditPlanInput) {
  const before = await lockPlan(work, planId);
  if (before.revision !== revision) throw new Refusal("stale");
  await requireMakeable(work, input);
  const isMoved = hasOtherDays(before, input);
  const resumesOn = isMoved ? resumptionOf(work.today, await madeDays(work, planId)) : before.resumesOn;
  const row = { ...rowOf(input), resumesOn };
  await work.db
    .update(recurringPlans)
    .set({ ...row, revision: revision + 1 })
    .where(and(owned(work, recurringPlans), eq(recurringPlans.id, planId)));
  await work.db
    .delete(recurringPlanLines)
    .where(and(owned(work, recurringPlanLines), eq(recurringPlanLines.planId, planId)));
  await writeLines(work, planId, input);
  record(work, "recurring_plan.updated", planId, {
    summary: `Recurring plan ${input.name} was changed`,
    facts: { ...changesOf(before, row), lines: input.lines.length },
    ...placeOf(input),
  });
  return { planId };
}

async function requireMakeable(work: Work, input: NewPlanInput): Promise<void> {
  await requireActiveClient(work, input.clientId);
  await requireProjectOf(work, input.projectId, input.clientId);
  requireProjectNumbers(input);
  if (input.lines.length === 0) throw new Refusal("invoice_no_lines");
  if (amountsOf(input.lines, input.taxPercent, input.discount).totalCents === 0) throw new Refusal("invoice_zero");
  await requireItems(work, input.lines);
}

function rowOf({ lines: _, ends: __, issues, taxPercent, discount, ...input }: NewPlanInput) {
  const amounts = { taxPpm: taxPercent, discountPpm: discount.ppm, discountCents: discount.cents };
  return { ...input, ...amounts, issuesAutomatically: issues === "automatically" };
}

function placeOf({ clientId, projectId }: NewPlanInput) {
  return { clientId, projectId };
}

async function writeLines(work: Work, planId: RecurringPlanId, { lines }: NewPlanInput): Promise<void> {
  await work.db.insert(recurringPlanLines).values(
    lines.map((line, n) => ({
      companyId: work.company.id,
      planId,
      position: n + 1,
      itemId: line.itemId,
      description: line.description,
      quantity: line.quantity,
      unitPriceCents: line.unitPrice,
      isTaxable: line.isTaxable,
      discountPpm: line.discount.ppm,
      discountCents: line.discount.cents,
      typedTaxCents: line.tax,
    })),
  );
}
