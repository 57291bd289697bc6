import { and, asc, eq } from "drizzle-orm";
import { recurringOccurrences, recurringPlanLines, recurringPlans } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { RecurringPlanId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** The plan, held until the commit: nobody makes an occurrence of it twice, or while it changes. Refuses `not_found`. */
export async function lockPlan(work: Work, planId: RecurringPlanId) {
  const [plan] = await work.db
    .select()
    .from(recurringPlans)
    .where(and(owned(work, recurringPlans), eq(recurringPlans.id, planId)))
    .for("no key update");
  if (!plan) throw new Refusal("not_found");
  return plan;
}

/** The days of which an invoice was made, whatever became of it. */
export async function madeDays(work: Work, planId: RecurringPlanId): Promise<ReadonlySet<string>> {
  const rows = await work.db
    .select({ day: recurringOccurrences.occurrenceOn })
    .from(recurringOccurrences)
    .where(and(owned(work, recurringOccurrences), eq(recurringOccurrences.planId, planId)));
  return new Set(rows.map(({ day }) => day));
}

/** Its lines as an invoice takes them. */
export async function linesOfPlan(work: Work, planId: RecurringPlanId) {
  const rows = await work.db
    .select()
    .from(recurringPlanLines)
    .where(and(owned(work, recurringPlanLines), eq(recurringPlanLines.planId, planId)))
    .orderBy(asc(recurringPlanLines.position));
  return rows.map((row) => ({
    lineId: null,
    itemId: row.itemId,
    description: row.description,
    quantity: row.quantity,
    unitPrice: row.unitPriceCents,
    discount: { ppm: row.discountPpm, cents: row.discountCents },
    isTaxable: row.isTaxable,
    tax: row.typedTaxCents,
  }));
}
