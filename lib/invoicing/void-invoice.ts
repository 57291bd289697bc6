import { and, eq } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { Refusal, refuseAhead, refuseField } from "@/lib/kernel/refusal";
import { reverseSource } from "@/lib/ledger/reverse";
import { releaseTime } from "@/lib/time/bill-time";
import { appliedTo, lastAppliedOn } from "./balance";
import type { VoidInvoiceInput } from "./inputs";
import { lockInvoice } from "./lock-invoice";

/**
 * Takes an issued invoice back: the number stays, the entry is reversed on the day of the void, the time is free to be
 * billed again. Refuses while payments stand on it, and a day before the invoice's own or that of a
 * payment that stood on it, a day to come, or one in a closed period.
 */
export async function voidInvoice(work: Work<"invoices.void">, { invoiceId, voidedOn, reason }: VoidInvoiceInput) {
  const invoice = await lockInvoice(work, invoiceId);
  if (invoice.status !== "issued") throw new Refusal("invoice_not_issued", { verb: "voided" });
  const applied = await appliedTo(work, invoiceId);
  if (applied !== 0) throw new Refusal("invoice_has_payments", { amount: formatDollars(applied) });
  const earliest = (await lastAppliedOn(work, invoiceId)) ?? invoice.issuedOn;
  const first = earliest > invoice.issuedOn ? earliest : invoice.issuedOn;
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
  await releaseTime(
    work,
    lines.map((line) => line.id),
  );
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
