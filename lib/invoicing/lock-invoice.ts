import { and, asc, eq } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { InvoiceId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";

/** The invoice, held until the commit: two people never issue, pay or void it at once. Refuses `not_found`. */
export async function lockInvoice(work: Work, invoiceId: InvoiceId) {
  const [invoice] = await work.db
    .select()
    .from(invoices)
    .where(and(owned(work, invoices), eq(invoices.id, invoiceId)))
    .for("no key update");
  if (!invoice) throw new Refusal("not_found");
  return invoice;
}

/** A draft with its lines' ids. Refuses `invoice_not_draft`, and `stale` when it was saved since `revision`. */
export async function lockDraft(work: Work, invoiceId: InvoiceId, revision?: number) {
  const [invoice, lines] = await together(
    () => lockInvoice(work, invoiceId),
    () =>
      work.db
        .select({ id: invoiceLines.id })
        .from(invoiceLines)
        .where(and(owned(work, invoiceLines), eq(invoiceLines.invoiceId, invoiceId)))
        .orderBy(asc(invoiceLines.position)),
  );
  if (invoice.status !== "draft") throw new Refusal("invoice_not_draft", { number: invoice.number ?? "" });
  if (revision !== undefined && invoice.revision !== revision) throw new Refusal("stale");
  return { invoice, lineIds: lines.map((line) => line.id) };
}
