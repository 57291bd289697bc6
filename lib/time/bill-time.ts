import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { InvoiceLineId, TimeEntryId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { timeWithRates } from "./unbilled";

/**
 * What of the chosen time is on no invoice, by service, held until the commit in the order of the entries' ids, so that
 * two invoices never take the same minutes nor wait for each other. Refuses `time_not_approved` unless each entry is
 * approved, billable and has minutes free, and `time_other_client` when it belongs to several clients.
 */
export async function lockUnbilledTime(work: Work<"invoices.write">, ids: TimeEntryId[]) {
  const wanted = [...new Set(ids)];
  const rows = await timeWithRates(work.db)
    .where(and(owned(work, timeEntries), sql`${timeEntries.id} = any(${sql.param(wanted)}::text[])`))
    .orderBy(asc(timeEntries.id), asc(timeEntryServices.position))
    .for("update", { of: [timeEntries, timeEntryServices] });
  if (new Set(rows.map((row) => row.id)).size < wanted.length) throw new Refusal("not_found");
  const free = rows.filter((row) => row.invoiceLineId === null);
  if (rows.some((row) => row.status !== "approved" || !row.isBillable)) throw new Refusal("time_not_approved");
  if (new Set(free.map((row) => row.id)).size < wanted.length) throw new Refusal("time_not_approved");
  if (new Set(rows.map((row) => row.clientId)).size > 1) throw new Refusal("time_other_client");
  return free;
}

/** Ties locked minutes to the lines that bill them; an entry is billed when all of its are. However many, two statements. */
export async function attachTime(
  work: Work<"invoices.write">,
  rows: { timeEntryId: TimeEntryId; position: number; invoiceLineId: InvoiceLineId }[],
): Promise<void> {
  const entryIds = sql.param(rows.map((row) => row.timeEntryId));
  const positions = sql.param(rows.map((row) => row.position));
  const lineIds = sql.param(rows.map((row) => row.invoiceLineId));
  const { rowCount } = await work.db.execute(sql`
    update ${timeEntryServices} set invoice_line_id = billed.line_id
    from unnest(${entryIds}::text[], ${positions}::int[], ${lineIds}::text[]) as billed (entry_id, position, line_id)
    where ${owned(work, timeEntryServices)} and ${timeEntryServices.timeEntryId} = billed.entry_id
      and ${timeEntryServices.position} = billed.position and ${timeEntryServices.invoiceLineId} is null
      and exists (select 1 from ${timeEntries} where ${owned(work, timeEntries)} and ${timeEntries.id} = billed.entry_id
        and ${timeEntries.status} = 'approved' and ${timeEntries.isBillable})`);
  if (rowCount !== rows.length) throw new Refusal("time_not_approved");
  await work.db.execute(sql`
    update ${timeEntries} set status = 'billed', revision = revision + 1
    where ${owned(work, timeEntries)} and ${timeEntries.id} = any(${entryIds}::text[]) and not ${hasFreeMinutes(work)}`);
}

/** What stood on these lines is approved and unbilled again: the line or its draft was deleted, or the invoice is void. */
export async function releaseTime(work: Work, invoiceLineIds: InvoiceLineId[]): Promise<void> {
  if (invoiceLineIds.length === 0) return;
  const onLines = and(
    owned(work, timeEntryServices),
    sql`${timeEntryServices.invoiceLineId} = any(${sql.param(invoiceLineIds)}::text[])`,
  );
  const entries = work.db.select({ id: timeEntryServices.timeEntryId }).from(timeEntryServices).where(onLines);
  // the entries first, in the order in which whoever bills them takes them
  const held = await work.db
    .select({ id: timeEntries.id })
    .from(timeEntries)
    .where(and(owned(work, timeEntries), sql`${timeEntries.id} in (${entries})`))
    .orderBy(asc(timeEntries.id))
    .for("update");
  if (held.length === 0) return;
  await work.db.update(timeEntryServices).set({ invoiceLineId: null }).where(onLines);
  await work.db
    .update(timeEntries)
    .set({ status: "approved", revision: sql`${timeEntries.revision} + 1` })
    .where(
      and(
        owned(work, timeEntries),
        eq(timeEntries.status, "billed"),
        sql`${timeEntries.id} = any(${sql.param(held.map((row) => row.id))}::text[])`,
      ),
    );
}

function hasFreeMinutes(work: Work) {
  const free = work.db
    .select({ one: sql`1` })
    .from(timeEntryServices)
    .where(
      and(
        owned(work, timeEntryServices),
        eq(timeEntryServices.timeEntryId, timeEntries.id),
        isNull(timeEntryServices.invoiceLineId),
      ),
    );
  return sql`exists (${free})`;
}
