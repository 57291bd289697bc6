import { and, eq } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { releaseExpenses } from "@/lib/expenses/bill-expenses";
import { releaseTime } from "@/lib/time/bill-time";
import type { DeleteInvoiceInput } from "./inputs";
import { lockDraft } from "./lock-invoice";

/**
 * Throws a draft away and gives its time and expenses back. What was issued is voided, never deleted. Refuses `stale` when it was
 * saved since: what is thrown away is what was seen.
 */
export async function deleteInvoice(work: Work<"invoices.write">, { invoiceId, revision }: DeleteInvoiceInput) {
  const { invoice, lineIds } = await lockDraft(work, invoiceId, revision);
  await releaseTime(work, lineIds);
  await releaseExpenses(work, lineIds);
  await work.db.delete(invoiceLines).where(and(owned(work, invoiceLines), eq(invoiceLines.invoiceId, invoiceId)));
  record(work, "invoice.deleted", invoiceId, {
    summary: "Draft invoice was deleted",
    facts: { totalCents: invoice.totalCents },
    clientId: invoice.clientId,
    projectId: invoice.projectId,
  });
  await work.db.delete(invoices).where(and(owned(work, invoices), eq(invoices.id, invoiceId)));
}
