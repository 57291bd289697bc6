import { and, eq } from "drizzle-orm";
import { estimateLines, estimates } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { EstimateId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** The estimate, held until the commit: it is decided once, and two people never bill the same of it. Refuses `not_found`. */
export async function lockEstimate(work: Work, estimateId: EstimateId) {
  const [estimate] = await work.db
    .select()
    .from(estimates)
    .where(and(owned(work, estimates), eq(estimates.id, estimateId)))
    .for("no key update");
  if (!estimate) throw new Refusal("not_found");
  return estimate;
}

/** Refuses `estimate_not_draft`, and `stale` when it was saved since `revision`. */
export async function lockDraftEstimate(work: Work, estimateId: EstimateId, revision: number) {
  const estimate = await lockEstimate(work, estimateId);
  if (estimate.status !== "draft") throw new Refusal("estimate_not_draft", { number: estimate.number ?? "" });
  if (estimate.revision !== revision) throw new Refusal("stale");
  return estimate;
}

/** Sent and not decided yet; it has its number. */
export async function lockSentEstimate(work: Work, estimateId: EstimateId, verb: string) {
  const { number, ...estimate } = await lockEstimate(work, estimateId);
  if (estimate.status !== "sent" || number === null) throw new Refusal("estimate_not_sent", { verb });
  return { ...estimate, number };
}

export function linesOfEstimate(work: Work, estimateId: EstimateId) {
  return work.db
    .select()
    .from(estimateLines)
    .where(and(owned(work, estimateLines), eq(estimateLines.estimateId, estimateId)))
    .orderBy(estimateLines.position);
}
