import { and, eq } from "drizzle-orm";
import { invoiceLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { addDays } from "@/lib/kernel/dates";
import { copiedDiscount, copiedLines } from "./copied-lines";
import { draftInvoice } from "./draft-invoice";
import type { DuplicateInvoiceInput } from "./inputs";
import { lockInvoice } from "./lock-invoice";

/**
 * The same once more as a new draft of today. Time stays with the invoice that bills it, and what was accepted with its
 * own. Refuses an archived client.
 */
export async function duplicateInvoice(work: Work<"invoices.write">, { invoiceId }: DuplicateInvoiceInput) {
  const it = await lockInvoice(work, invoiceId);
  const lines = await work.db
    .select()
    .from(invoiceLines)
    .where(and(owned(work, invoiceLines), eq(invoiceLines.invoiceId, invoiceId)))
    .orderBy(invoiceLines.position);
  const { kind, clientId, projectId, useProjectNumbers, reference, notes, headerText, footerText, terms } = it;
  const { invoiceId: copy } = await draftInvoice(work, {
    ...{ kind, clientId, projectId, useProjectNumbers, reference, notes, headerText, footerText, terms },
    issuedOn: work.today,
    dueOn: addDays(work.today, work.company.defaultDueDays),
    taxPercent: it.taxPpm,
    discount: copiedDiscount(it),
    lines: copiedLines(lines),
  });
  return { invoiceId: copy };
}
