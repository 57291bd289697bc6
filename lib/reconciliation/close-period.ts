import { and, eq } from "drizzle-orm";
import { accountingPeriods } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { ClosePeriodInput } from "@/lib/ledger/inputs";
import { lockPeriod } from "@/lib/ledger/lock-period";
import { closeChecklist } from "./close-checklist";
import type { CloseFacts } from "./close-facts";
import { sealPeriod } from "./period-seal";

/**
 * Closes a period: from the commit on nothing dated inside or before it is written, whoever asks. The checklist is computed once
 * more while every posting waits; blockers refuse `period_blocked`. What was found, and the seal of the books, stay with
 * the fact.
 */
export async function closePeriod(work: Work<"periods.close" | "periods.read">, { periodId, note }: ClosePeriodInput) {
  const period = await lockPeriod(work, periodId);
  if (period.status === "closed") throw new Refusal("period_not_open", { period: period.name });
  const checklist = await closeChecklist(work, period);
  const blockers = checklist.filter((point) => point.severity === "block" && point.count > 0);
  if (blockers.length > 0) throw new Refusal("period_blocked", { period: period.name, count: blockers.length });

  await work.db
    .update(accountingPeriods)
    .set({ status: "closed", closedAt: work.now, closedBy: work.member.id, closeNote: note })
    .where(and(owned(work, accountingPeriods), eq(accountingPeriods.id, periodId)));
  const facts: CloseFacts = {
    note,
    checklist: checklist.map(({ explanation: _, path: __, ...point }) => point),
    seal: await sealPeriod(work, period),
  };
  record(work, "period.closed", periodId, {
    summary: `Period ${period.name} was closed`,
    facts,
  });
  return { periodId };
}
