import type { Desk } from "@/lib/doors/console";
import { acceptEstimate } from "@/lib/invoicing/accept-estimate";
import { draftEstimate } from "@/lib/invoicing/draft-estimate";
import type { NewEstimateInput } from "@/lib/invoicing/estimate-inputs";
import { noDiscount } from "@/lib/invoicing/invoice";
import { sendEstimate } from "@/lib/invoicing/send-estimate";
import { addDays } from "@/lib/kernel/dates";
import type { ClientId, EstimateId } from "@/lib/kernel/ids";
import { line, percent } from "./deeds";
import { today } from "./world";

/** Deeds of estimates and proposals, with what a test does not care about filled in. */
export function estimateOf(clientId: ClientId, rest: Partial<NewEstimateInput> = {}): NewEstimateInput {
  const issuedOn = rest.issuedOn ?? today;
  return {
    kind: "estimate",
    clientId,
    projectId: null,
    issuedOn,
    validUntil: addDays(issuedOn, 30),
    reference: "",
    notes: "",
    taxPercent: percent("0"),
    discount: noDiscount,
    deposit: noDiscount,
    lines: [line("100")],
    ...rest,
  };
}

export async function draftedEstimate(desk: Desk, clientId: ClientId, rest: Partial<NewEstimateInput> = {}) {
  return (await desk.work((work) => draftEstimate(work, estimateOf(clientId, rest)))).estimateId;
}

export function send(desk: Desk, estimateId: EstimateId, revision = 0) {
  return desk.work((work) => sendEstimate(work, { estimateId, revision }));
}

export async function sentEstimate(desk: Desk, clientId: ClientId, rest: Partial<NewEstimateInput> = {}) {
  const estimateId = await draftedEstimate(desk, clientId, rest);
  await send(desk, estimateId);
  return estimateId;
}

export function accept(desk: Desk, estimateId: EstimateId, acceptedOn = today, name = "Ada Pike") {
  return desk.work((work) => acceptEstimate(work, { estimateId, name, acceptedOn }));
}

export async function acceptedEstimate(desk: Desk, clientId: ClientId, rest: Partial<NewEstimateInput> = {}) {
  const estimateId = await sentEstimate(desk, clientId, rest);
  await accept(desk, estimateId);
  return estimateId;
}
