import { and, eq } from "drizzle-orm";
import { estimates } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { nextNumber } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { partiesNow } from "./document-parties";
import { kindWords } from "./estimate";
import type { EstimateRevisionInput, ExtendEstimateInput } from "./estimate-inputs";
import { linesOfEstimate, lockDraftEstimate, lockSentEstimate } from "./lock-estimate";

/**
 * What the client was given: numbered without a gap, with the parties as they are now, and from then on unchangeable.
 * Nothing is posted. Refuses a draft without lines or of $0.00, of a day to come, and one whose last day has passed.
 */
export async function sendEstimate(work: Work<"estimates.send">, { estimateId, revision }: EstimateRevisionInput) {
  const draft = await lockDraftEstimate(work, estimateId, revision);
  const lines = await linesOfEstimate(work, estimateId);
  if (lines.length === 0) throw new Refusal("estimate_no_lines");
  if (draft.totalCents === 0) throw new Refusal("estimate_zero");
  if (draft.issuedOn > work.today) throw new Refusal("estimate_ahead", { day: formatDay(draft.issuedOn) });
  if (draft.validUntil < work.today) throw new Refusal("estimate_expired", { day: formatDay(draft.validUntil) });

  const { kind, clientId, projectId, totalCents, validUntil } = draft;
  const { number, sequence } = await nextNumber(work, kind);
  const sent = { status: "sent" as const, number, sequence, sentAt: work.now, sentBy: work.member.id };
  await work.db
    .update(estimates)
    .set({ ...sent, ...partiesNow(work, clientId), revision: revision + 1 })
    .where(and(owned(work, estimates), eq(estimates.id, estimateId)));
  record(work, "estimate.sent", estimateId, {
    summary: `${kindWords[kind].word} ${number} was sent`,
    facts: { number, totalCents, validUntil },
    clientId,
    projectId,
  });
  return { estimateId, kind, number };
}

/** Moves the last valid day of what was sent: later, and not into the past. */
export async function extendEstimate(work: Work<"estimates.send">, { estimateId, validUntil }: ExtendEstimateInput) {
  const sent = await lockSentEstimate(work, estimateId, "extended");
  const { kind, number, clientId, projectId } = sent;
  if (validUntil <= sent.validUntil || validUntil < work.today)
    throw refuseField("validUntil", "estimate_extend", { day: formatDay(sent.validUntil) });
  await work.db
    .update(estimates)
    .set({ validUntil, revision: sent.revision + 1 })
    .where(and(owned(work, estimates), eq(estimates.id, estimateId)));
  record(work, "estimate.extended", estimateId, {
    summary: `${kindWords[kind].word} ${number} is valid until ${formatDay(validUntil)}`,
    facts: { validUntil: { before: sent.validUntil, after: validUntil } },
    clientId,
    projectId,
  });
  return { estimateId, kind };
}
