import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { refuseField } from "@/lib/kernel/refusal";
import { timeOnLines } from "@/lib/time/billed-lines";
import { requireProjectOf } from "./draft-invoice";
import { amountsOf, replaceLines, withIds } from "./draft-lines";
import type { EditInvoiceInput } from "./inputs";
import { lockDraft } from "./lock-invoice";

/** Saves a draft. Refuses `stale` when another tab saved first, and a new client while lines carry the old one's time. */
export async function updateInvoice(work: Work<"invoices.write">, input: EditInvoiceInput) {
  const { invoiceId, revision, lines: asked, taxPercent, ...head } = input;
  const { invoice: before, lineIds } = await lockDraft(work, invoiceId, revision);
  const known = new Set<string>(lineIds);
  if (head.clientId !== before.clientId) {
    const withTime = await timeOnLines(work, lineIds);
    if (withTime.size > 0) throw refuseField("clientId", "time_other_client");
    await requireActiveClient(work, head.clientId);
  }
  await requireProjectOf(work, head.projectId, head.clientId);

  const lines = withIds(asked, known);
  const totals = amountsOf(lines, taxPercent);
  const { subtotalCents, taxCents, totalCents } = totals;
  await replaceLines(work, invoiceId, lines, totals, known);
  const after = { ...head, taxPpm: taxPercent, subtotalCents, taxCents, totalCents };
  await work.db
    .update(invoices)
    .set({ ...after, revision: revision + 1 })
    .where(and(owned(work, invoices), eq(invoices.id, invoiceId)));
  record(work, "invoice.updated", invoiceId, {
    summary: "Draft was changed",
    facts: changesOf(before, after),
    clientId: head.clientId,
    projectId: head.projectId,
    invoiceId,
  });
  return { invoiceId };
}
