import type { recurringPlanLines, recurringPlans } from "@/db/schema";
import { type InvoiceTotals, totalsOf } from "@/lib/invoicing/invoice";
import { cents } from "@/lib/kernel/money";

type Line = typeof recurringPlanLines.$inferSelect;
type Plan = Pick<typeof recurringPlans.$inferSelect, "taxPpm" | "discountPpm" | "discountCents">;

/** What each of its invoices comes to, in cents, as the plan stands. */
export function planTotals(plan: Plan, lines: Line[]): InvoiceTotals {
  return totalsOf(
    lines.map((line) => ({
      ...line,
      discount: { ppm: line.discountPpm, cents: line.discountCents },
      typedTaxCents: line.typedTaxCents ?? cents(0),
    })),
    plan.taxPpm,
    { ppm: plan.discountPpm, cents: plan.discountCents },
  );
}
