import { and, eq } from "drizzle-orm";
import { estimateLines, estimates } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { type EstimateId, newId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { requireProjectOf } from "./draft-invoice";
import { amountsOf, amountsRow, type LineInput, lineRow, requireItems } from "./draft-lines";
import { depositOf, kindWords } from "./estimate";
import type { EditEstimateInput, EstimateRevisionInput, NewEstimateInput } from "./estimate-inputs";
import type { InvoiceTotals } from "./invoice";
import { lockDraftEstimate } from "./lock-estimate";

/** A draft without a number, open to change. Refuses another client's project, and a deposit of more than the total. */
export async function draftEstimate(work: Work<"estimates.write">, { kind, lines, ...rest }: NewEstimateInput) {
  await together(
    () => requireActiveClient(work, rest.clientId),
    () => requireProjectOf(work, rest.projectId, rest.clientId),
  );
  const id = newId("estimate");
  const { row, totals } = contentOf(lines, rest);
  await work.db.insert(estimates).values({ companyId: work.company.id, id, kind, ...row, createdBy: work.member.id });
  await writeLines(work, id, lines, totals);
  record(work, "estimate.drafted", id, {
    summary: `${kindWords[kind].word} was drafted`,
    facts: { totalCents: totals.totalCents, lines: lines.length },
    clientId: rest.clientId,
    projectId: rest.projectId,
  });
  return { estimateId: id, kind };
}

/** Saves a draft; its lines are written anew. Refuses `stale` when another tab saved first. */
export async function updateEstimate(work: Work<"estimates.write">, input: EditEstimateInput) {
  const { estimateId, revision, lines, ...rest } = input;
  const before = await lockDraftEstimate(work, estimateId, revision);
  if (rest.clientId !== before.clientId) await requireActiveClient(work, rest.clientId);
  await requireProjectOf(work, rest.projectId, rest.clientId);
  const { row, totals } = contentOf(lines, rest);
  const one = and(owned(work, estimates), eq(estimates.id, estimateId));
  await removeLines(work, estimateId);
  await writeLines(work, estimateId, lines, totals);
  await work.db
    .update(estimates)
    .set({ ...row, revision: revision + 1 })
    .where(one);
  record(work, "estimate.updated", estimateId, {
    summary: "Draft was changed",
    facts: changesOf(before, row),
    clientId: rest.clientId,
    projectId: rest.projectId,
  });
  return { estimateId, kind: before.kind };
}

/** Throws a draft away. What was sent is withdrawn, never deleted. Refuses `stale`: what is thrown away is what was seen. */
export async function deleteEstimate(work: Work<"estimates.write">, { estimateId, revision }: EstimateRevisionInput) {
  const { kind, totalCents, clientId, projectId } = await lockDraftEstimate(work, estimateId, revision);
  await removeLines(work, estimateId);
  await work.db.delete(estimates).where(and(owned(work, estimates), eq(estimates.id, estimateId)));
  const summary = `Draft ${kind} was deleted`;
  record(work, "estimate.deleted", estimateId, { summary, facts: { totalCents }, clientId, projectId });
  return { kind };
}

function contentOf(lines: LineInput[], rest: Omit<EditEstimateInput, "estimateId" | "revision" | "lines">) {
  const { taxPercent, discount, deposit, ...head } = rest;
  const totals = amountsOf(lines, taxPercent, discount);
  const depositCents = depositOf(totals.totalCents, deposit);
  if (depositCents > totals.totalCents) throw refuseField("deposit", "deposit_too_large");
  const row = { ...head, ...amountsRow(totals, taxPercent, discount), depositPpm: deposit.ppm, depositCents };
  return { row, totals };
}

async function writeLines(work: Work, estimateId: EstimateId, lines: LineInput[], totals: InvoiceTotals) {
  await requireItems(work, lines);
  const rows = lines.map((line, i) => ({
    companyId: work.company.id,
    id: newId("estimateLine"),
    estimateId,
    ...lineRow(line, i, totals),
  }));
  if (rows.length > 0) await work.db.insert(estimateLines).values(rows);
}

async function removeLines(work: Work, estimateId: EstimateId): Promise<void> {
  await work.db.delete(estimateLines).where(and(owned(work, estimateLines), eq(estimateLines.estimateId, estimateId)));
}
