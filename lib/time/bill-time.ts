import { and, asc, eq, sql } from "drizzle-orm";
import { timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { InvoiceLineId, TimeEntryId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { timeWithRates } from "./unbilled";

/**
 * The chosen time, held until the commit in the order of its ids, so that two invoices never take the same entry nor
 * wait for each other. Refuses `time_not_approved` unless each is approved, billable and on no invoice, and
 * `time_other_client` when it belongs to several clients.
 */
export async function lockUnbilledTime(work: Work<"invoices.write">, ids: TimeEntryId[]) {
  const wanted = [...new Set(ids)];
  const rows = await timeWithRates(work.db)
    .where(and(owned(work, timeEntries), sql`${timeEntries.id} = any(${sql.param(wanted)}::text[])`))
    .orderBy(asc(timeEntries.id))
    .for("update", { of: timeEntries });
  if (rows.length < wanted.length) throw new Refusal("not_found");
  if (rows.some((row) => row.status !== "approved" || !row.isBillable)) throw new Refusal("time_not_approved");
  if (new Set(rows.map((row) => row.clientId)).size > 1) throw new Refusal("time_other_client");
  return rows;
}

/** Ties locked time to the lines that bill it. One statement for all, however many. */
export async function attachTime(
  work: Work<"invoices.write">,
  rows: { timeEntryId: TimeEntryId; invoiceLineId: InvoiceLineId }[],
): Promise<void> {
  const entryIds = sql.param(rows.map((row) => row.timeEntryId));
  const lineIds = sql.param(rows.map((row) => row.invoiceLineId));
  const { rowCount } = await work.db.execute(sql`
    update ${timeEntries} set status = 'billed', invoice_line_id = billed.line_id, revision = revision + 1
    from unnest(${entryIds}::text[], ${lineIds}::text[]) as billed (entry_id, line_id)
    where ${owned(work, timeEntries)} and ${timeEntries.id} = billed.entry_id
      and ${timeEntries.status} = 'approved' and ${timeEntries.isBillable}`);
  if (rowCount !== rows.length) throw new Refusal("time_not_approved");
}

/** What stood on these lines is approved and unbilled again: the line or its draft was deleted, or the invoice is void. */
export async function releaseTime(work: Work, invoiceLineIds: InvoiceLineId[]): Promise<void> {
  if (invoiceLineIds.length === 0) return;
  await work.db
    .update(timeEntries)
    .set({ status: "approved", invoiceLineId: null, revision: sql`${timeEntries.revision} + 1` })
    .where(
      and(
        owned(work, timeEntries),
        eq(timeEntries.status, "billed"),
        sql`${timeEntries.invoiceLineId} = any(${sql.param(invoiceLineIds)}::text[])`,
      ),
    );
}
