import { makeDueOf } from "@/lib/doors/recurring";
import { noDiscount } from "@/lib/invoicing/invoice";
import { present } from "@/lib/kernel/assert";
import { addMonths, firstOfMonth } from "@/lib/kernel/dates";
import { cents, type RatePpm } from "@/lib/kernel/money";
import type { NewPlanInput } from "@/lib/recurring/inputs";
import { pausePlan } from "@/lib/recurring/pause-plan";
import { createPlan } from "@/lib/recurring/save-plan";
import { type Clock, nthWorkday } from "./calendar";
import { type Firm, managerOf } from "./firm";
import { lineOf } from "./invoices";

/**
 * Two plans of the last months: a retainer that made its invoices in their time, and a yearly upkeep that is paused. The
 * worker would have made them at night; here each month's second workday does.
 */
export function scheduleRecurring(firm: Firm): void {
  const first = addMonths(firstOfMonth(firm.today), -2);
  const companyId = managerOf(firm, 0).desk.seat.company.id;
  firm.agenda.on(nthWorkday(first, 1), (clock) => makePlans(firm, clock));
  for (let month = first; month <= firm.today; month = addMonths(month, 1)) {
    const day = nthWorkday(month, 2);
    if (day >= firm.today) continue;
    firm.agenda.on(day, async (clock) => {
      const broken = await makeDueOf(companyId, clock.next());
      if (broken.length > 0) throw broken[0];
    });
  }
}

async function makePlans(firm: Firm, clock: Clock): Promise<void> {
  const { desk } = managerOf(firm, 0);
  const startsOn = firstOfMonth(clock.day);
  const oldest = present(firm.projects[0], "a first project");
  const blank = { projectId: null, useProjectNumbers: false, ends: "never", endsOn: null, occurrences: null } as const;
  const rest = { reference: "", notes: "", taxPercent: 0 as RatePpm, discount: noDiscount, dueDays: 15 };
  const retainer: NewPlanInput = {
    ...{ ...blank, ...rest, name: "Site records, monthly retainer", frequency: "monthly", interval: 1 },
    ...{ startsOn, dayOfMonth: 1, issues: "automatically", clientId: oldest.clientId },
    lines: [lineOf("Upkeep of the site records", 1, cents(42_500))],
  };
  const upkeep: NewPlanInput = {
    ...{ ...blank, ...rest, name: "Yearly marker inspection", frequency: "yearly", interval: 1 },
    ...{ startsOn, dayOfMonth: 15, issues: "draft", clientId: oldest.clientId },
    lines: [lineOf("Inspection of all boundary markers", 1, cents(96_000))],
  };
  await desk.work((work) => createPlan(work, retainer), { now: clock.next() });
  const { planId } = await desk.work((work) => createPlan(work, upkeep), { now: clock.next() });
  await desk.work((work) => pausePlan(work, { planId }), { now: clock.next() });
}
