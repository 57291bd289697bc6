import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { paidCents } from "./balance";

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

/** Several at once, in the order of their ids, which is the order in which everybody locks them. Refuses `not_found`. */
export async function lockInvoices(work: Work, invoiceIds: InvoiceId[]) {
  const wanted = [...new Set(invoiceIds)];
  if (wanted.length === 0) return [];
  const found = await work.db
    .select()
    .from(invoices)
    .where(and(owned(work, invoices), inArray(invoices.id, wanted)))
    .orderBy(asc(invoices.id))
    .for("no key update");
  if (found.length < wanted.length) throw new Refusal("not_found");
  return found;
}

/** All that this client has open or could have, held until the commit, in the order of their ids. */
export function lockIssuedOf(work: Work, clientId: ClientId) {
  return work.db
    .select()
    .from(invoices)
    .where(
      and(
        owned(work, invoices),
        eq(invoices.clientId, clientId),
        eq(invoices.status, "issued"),
        sql`${paidCents} < ${invoices.totalCents}`,
      ),
    )
    .orderBy(asc(invoices.id))
    .for("no key update");
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
