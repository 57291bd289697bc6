import { and, eq } from "drizzle-orm";
import { estimates } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { estimateStandingOf, kindWords } from "./estimate";
import type { AcceptEstimateInput } from "./estimate-inputs";
import { lockSentEstimate } from "./lock-estimate";

/**
 * The client's yes: who said it, when, and to what, kept as it was for good. Refuses what is not sent, or is decided, or
 * has expired, and a day before it existed or to come.
 */
export async function acceptEstimate(
  work: Work<"estimates.send">,
  { estimateId, name, acceptedOn }: AcceptEstimateInput,
) {
  const sent = await lockSentEstimate(work, estimateId, "accepted");
  const { kind, number, totalCents, clientId, projectId } = sent;
  if (estimateStandingOf(sent, work.today) === "expired")
    throw new Refusal("estimate_expired", { day: formatDay(sent.validUntil) });
  if (acceptedOn < sent.issuedOn) throw refuseField("acceptedOn", "estimate_before", { day: formatDay(sent.issuedOn) });
  refuseAhead("acceptedOn", acceptedOn, work.today);

  const acceptance = { name, number, totalCents, acceptedOn };
  await work.db
    .update(estimates)
    .set({ status: "accepted", decidedOn: acceptedOn, acceptance, revision: sent.revision + 1 })
    .where(and(owned(work, estimates), eq(estimates.id, estimateId)));
  record(work, "estimate.accepted", estimateId, {
    summary: `${kindWords[kind].word} ${number} was accepted by ${name}`,
    facts: acceptance,
    clientId,
    projectId,
  });
  return { estimateId, kind };
}
