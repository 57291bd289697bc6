import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { hasExpensesOnLines } from "@/lib/expenses/bill-expenses";
import { refuseField } from "@/lib/kernel/refusal";
import { timeOnLines } from "@/lib/time/billed-lines";
import { requireProjectNumbers, requireProjectOf } from "./draft-invoice";
import { amountsOf, amountsRow, refuseTaxOn, replaceLines, withIds } from "./draft-lines";
import { refuseOverbilled } from "./estimate-billing";
import type { EditInvoiceInput } from "./inputs";
import { lockDraft } from "./lock-invoice";

/** Saves a draft. Refuses `stale` when another tab saved first, a new client while lines carry
 * the old one's time or expenses, and a deposit that bills any. */
export async function updateInvoice(work: Work<"invoices.write">, input: EditInvoiceInput) {
  const { invoiceId, revision, lines: asked, taxPercent, discount, ...head } = input;
  const { invoice: before, lineIds } = await lockDraft(work, invoiceId, revision);
  const known = new Set<string>(lineIds);
  if (head.clientId !== before.clientId) {
    const withTime = await timeOnLines(work, lineIds);
    if (withTime.size > 0) throw refuseField("clientId", "time_other_client");
    if (await hasExpensesOnLines(work, lineIds)) throw refuseField("clientId", "expense_other_client");
    await requireActiveClient(work, head.clientId);
  }
  if (head.kind === "deposit" && before.kind !== "deposit") {
    const kept = lineIds.filter((id) => asked.some((line) => line.lineId === id));
    if ((await timeOnLines(work, kept)).size > 0 || (await hasExpensesOnLines(work, kept)))
      throw refuseField("kind", "deposit_bills_work");
  }
  await requireProjectOf(work, head.projectId, head.clientId);
  requireProjectNumbers(head);

  const lines = withIds(asked, known);
  const totals = amountsOf(lines, taxPercent, discount);
  refuseTaxOn(head.kind, totals);
  await refuseOverbilled(work, before, { ...totals, clientId: head.clientId, kind: head.kind });
  await replaceLines(work, invoiceId, lines, totals, known);
  const after = { ...head, ...amountsRow(totals, taxPercent, discount) };
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
