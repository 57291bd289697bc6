import { and, eq } from "drizzle-orm";
import { accountingPeriods } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { DeletePeriodInput } from "./inputs";
import { lockPeriod } from "./lock-period";

/** Takes away a period that was made wrongly. What was closed once stays, with its certificate: `period_was_closed`. */
export async function deletePeriod(work: Work<"periods.close">, { periodId }: DeletePeriodInput) {
  const period = await lockPeriod(work, periodId);
  if (period.status !== "open" || period.closedAt || period.reopenedAt) {
    throw new Refusal("period_was_closed", { period: period.name });
  }
  await work.db
    .delete(accountingPeriods)
    .where(and(owned(work, accountingPeriods), eq(accountingPeriods.id, periodId)));
  record(work, "period.deleted", periodId, {
    summary: `Period ${period.name} was deleted`,
    facts: { startsOn: period.startsOn, endsOn: period.endsOn },
  });
}
