import { and, asc, eq, gt } from "drizzle-orm";
import { accountingPeriods } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { ReopenPeriodInput } from "./inputs";
import { lockPeriod } from "./lock-period";

/** Opens a closed period again, with a reason that stays. The latest first, since later closes rest on earlier ones. */
export async function reopenPeriod(work: Work<"periods.reopen">, { periodId, reason }: ReopenPeriodInput) {
  const period = await lockPeriod(work, periodId);
  if (period.status !== "closed") throw new Refusal("period_not_closed", { period: period.name });
  const [later] = await work.db
    .select({ name: accountingPeriods.name })
    .from(accountingPeriods)
    .where(
      and(
        owned(work, accountingPeriods),
        eq(accountingPeriods.status, "closed"),
        gt(accountingPeriods.startsOn, period.endsOn),
      ),
    )
    .orderBy(asc(accountingPeriods.startsOn));
  if (later) throw new Refusal("period_later_closed", { period: later.name });

  await work.db
    .update(accountingPeriods)
    .set({ status: "open", reopenedAt: work.now, reopenedBy: work.member.id, reopenReason: reason })
    .where(and(owned(work, accountingPeriods), eq(accountingPeriods.id, periodId)));
  record(work, "period.reopened", periodId, {
    summary: `Period ${period.name} was reopened: ${reason}`,
    facts: { reason, closedAt: period.closedAt },
  });
  return { periodId };
}
