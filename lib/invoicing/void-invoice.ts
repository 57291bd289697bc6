import { and, eq, sql } from "drizzle-orm";
import { creditNotes, invoiceLines, invoices, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { releaseExpenses } from "@/lib/expenses/bill-expenses";
import { formatDay, laterOf } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { InvoiceId } from "@/lib/kernel/ids";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { reverseSource } from "@/lib/ledger/reverse";
import { releaseTime } from "@/lib/time/bill-time";
import { appliedTo, lastMovedOn } from "./balance";
import type { VoidInvoiceInput } from "./inputs";
import { lockInvoice } from "./lock-invoice";

/**
 * Takes an issued invoice back: the number stays, the entry is reversed on the day of the void, the time and the expenses
 * are free to be billed again. Refuses while payments, credit or credit notes stand on it or its deposit is in use, and a
 * day before the invoice's own or the last of what stood on it or was taken of it, a day to come, or one in a closed period.
 */
export async function voidInvoice(work: Work<"invoices.void">, { invoiceId, voidedOn, reason }: VoidInvoiceInput) {
  const invoice = await lockInvoice(work, invoiceId);
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "voided" });
  const applied = await appliedTo(work, invoiceId);
  if (applied !== 0) throw new Refusal("invoice_has_payments", { amount: formatDollars(applied) });
  if (await isHeldBack(work, invoiceId)) throw new Refusal("invoice_has_credit_notes");
  const first = laterOf(invoice.issuedOn, await lastMovedOn(work, invoiceId));
  if (voidedOn < first) throw refuseField("voidedOn", "void_before", { day: formatDay(first) });
  refuseAhead("voidedOn", voidedOn, work.today);

  await work.db
    .update(invoices)
    .set({ status: "void", voidedOn, voidReason: reason, revision: invoice.revision + 1 })
    .where(and(owned(work, invoices), eq(invoices.id, invoiceId)));
  const lines = await work.db
    .select({ id: invoiceLines.id })
    .from(invoiceLines)
    .where(and(owned(work, invoiceLines), eq(invoiceLines.invoiceId, invoiceId)));
  const lineIds = lines.map((line) => line.id);
  await releaseTime(work, lineIds);
  await releaseExpenses(work, lineIds);
  await reverseSource(
    work,
    { sourceType: "invoice", sourceId: invoiceId },
    { entryOn: voidedOn, memo: `Void of invoice ${invoice.number}`, sourceType: "invoice_void", sourceId: invoiceId },
  );
  record(work, "invoice.voided", invoiceId, {
    summary: `Invoice ${invoice.number} was voided: ${reason}`,
    facts: { number: invoice.number, totalCents: invoice.totalCents, voidedOn, reason },
    clientId: invoice.clientId,
    projectId: invoice.projectId,
    invoiceId,
  });
  return { invoiceId };
}

/** A posted credit note took its revenue back already; a deposit that is used pays for another invoice. */
async function isHeldBack(work: Work, invoiceId: InvoiceId): Promise<boolean> {
  const [row] = await work.db
    .execute<{ held: boolean }>(sql`select
    exists (select from ${creditNotes} where ${owned(work, creditNotes)} and ${creditNotes.invoiceId} = ${invoiceId}
      and ${creditNotes.status} = 'posted')
    or exists (select from ${settlements} where ${owned(work, settlements)} and ${settlements.depositInvoiceId} = ${invoiceId}
      and ${settlements.status} = 'standing') as held`)
    .then(({ rows }) => rows);
  return row?.held ?? false;
}
