import { and, eq } from "drizzle-orm";
import { accountingPeriods } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import type { ClosePeriodInput } from "@/lib/ledger/inputs";
import { lockPeriod } from "@/lib/ledger/lock-period";
import { type CheckPoint, closeChecklist } from "./close-checklist";
import type { CloseFacts } from "./close-facts";
import { sealOf } from "./period-seal";

/**
 * Closes a period: from the commit on nothing dated inside or before it is written, whoever asks. The checklist is computed once
 * more while every posting waits; blockers refuse `period_blocked`, and a point to judge without a reason
 * `period_reasons`. The database seals the entries with it; what was found, and the seal, stay with the fact.
 */
export async function closePeriod(
  work: Work<"periods.close" | "periods.read">,
  { periodId, note, reasons }: ClosePeriodInput,
) {
  const period = await lockPeriod(work, periodId);
  if (period.status === "closed") throw new Refusal("period_not_open", { period: period.name });
  const checklist = await closeChecklist(work, period);
  const blockers = checklist.filter((point) => point.severity === "block" && point.count > 0);
  if (blockers.length > 0) {
    const points = blockers.length === 1 ? "1 open point is" : `${blockers.length} open points are`;
    throw new Refusal("period_blocked", { period: period.name, points });
  }
  requireReasons(checklist, reasons);

  await work.db
    .update(accountingPeriods)
    .set({ status: "closed", closedAt: work.now, closedBy: work.member.id, closeNote: note })
    .where(and(owned(work, accountingPeriods), eq(accountingPeriods.id, periodId)));
  const facts: CloseFacts = {
    note,
    checklist: checklist.map(({ explanation: _, path: __, ...point }) => ({
      ...point,
      reason: point.count > 0 ? (reasons[point.key] ?? "") : "",
    })),
    seal: await sealOf(work, period),
  };
  record(work, "period.closed", periodId, {
    summary: `Period ${period.name} was closed`,
    facts,
  });
  return { periodId };
}

/** Who closes over a point says why; the sentences stand beside the fields `reason.<key>`. */
function requireReasons(checklist: CheckPoint[], reasons: Record<string, string>): void {
  const unsaid = checklist.filter((one) => one.severity === "warn" && one.count > 0 && !reasons[one.key]);
  if (unsaid.length === 0) return;
  const fields = unsaid.map((one) => [`reason.${one.key}`, `Say why: ${one.title.toLowerCase()}.`]);
  const points = unsaid.length === 1 ? "1 point is" : `${unsaid.length} points are`;
  throw new Refusal("period_reasons", { points }, Object.fromEntries(fields));
}
