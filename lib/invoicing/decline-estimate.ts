import { and, eq } from "drizzle-orm";
import { estimates } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { kindWords } from "./estimate";
import type { EndEstimateInput } from "./estimate-inputs";
import { lockSentEstimate } from "./lock-estimate";

/** The client's no, with the reason. Refuses what is not sent or is decided, and a day before it existed or to come. */
export function declineEstimate(work: Work<"estimates.send">, input: EndEstimateInput) {
  return endEstimate(work, input, "declined");
}

/** The firm takes back what it sent, with the reason. Refuses as a decline does. */
export function withdrawEstimate(work: Work<"estimates.send">, input: EndEstimateInput) {
  return endEstimate(work, input, "withdrawn");
}

async function endEstimate(
  work: Work,
  { estimateId, decidedOn, reason }: EndEstimateInput,
  status: "declined" | "withdrawn",
) {
  const sent = await lockSentEstimate(work, estimateId, status);
  const { kind, number, clientId, projectId } = sent;
  if (decidedOn < sent.issuedOn) throw refuseField("decidedOn", "estimate_before", { day: formatDay(sent.issuedOn) });
  refuseAhead("decidedOn", decidedOn, work.today);
  await work.db
    .update(estimates)
    .set({ status, decidedOn, reason, revision: sent.revision + 1 })
    .where(and(owned(work, estimates), eq(estimates.id, estimateId)));
  record(work, `estimate.${status}`, estimateId, {
    summary: `${kindWords[kind].word} ${number} was ${status}: ${reason}`,
    facts: { number, decidedOn, reason },
    clientId,
    projectId,
  });
  return { estimateId, kind };
}
