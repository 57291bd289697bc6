import type { Desk } from "@/lib/doors/console";
import { getInvoice } from "@/lib/invoicing/queries";
import type { InvoiceId } from "@/lib/kernel/ids";
import { Refusal, type RefusalCode } from "@/lib/kernel/refusal";
import { verifyBooks } from "@/lib/reconciliation/verify-books";
import { as, sql } from "./db/roles";

/** The code of the refusal, or what was thrown instead; "done" when nothing was. */
export async function refusalOf(deed: Promise<unknown>): Promise<RefusalCode | "done"> {
  try {
    await deed;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** The refusals of several deeds that were begun at once, sorted. */
export async function outcomes(deeds: Promise<unknown>[]): Promise<string[]> {
  return (await Promise.all(deeds.map(refusalOf))).sort();
}

/** The invariants that are broken, with their first offender: none, in books that can be trusted. */
export async function brokenInvariants(desk: Desk): Promise<string[]> {
  const verdicts = await verifyBooks(desk.scope());
  return verdicts.filter(({ ok }) => !ok).map(({ key, rows }) => `${key}: ${JSON.stringify(rows[0])}`);
}

export type BookedLine = { code: string; amount: number };

/** The lines of a document's entries, in the order they were posted. Debit positive. */
export async function booked(desk: Desk, sourceType: string, sourceId: string): Promise<BookedLine[]> {
  const rows = await as("app", desk.seat.company.id, (run) =>
    run<{ code: string; amount: string }>(sql`select a.code, l.amount_cents as amount from journal_entries e
      join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
      join accounts a on a.company_id = l.company_id and a.id = l.account_id
      where e.source_type = ${sourceType} and e.source_id = ${sourceId} order by e.number, l.line_no`),
  );
  return rows.map(({ code, amount }) => ({ code, amount: Number(amount) }));
}

/** How many rows each table of the company holds: a refusal leaves it as it was. */
export async function counts(desk: Desk): Promise<Record<string, number>> {
  const tables = ["invoices", "invoice_lines", "payments", "allocations", "journal_entries", "journal_lines", "events"];
  return as("app", desk.seat.company.id, async (run) => {
    const found: Record<string, number> = {};
    for (const table of [...tables, "requests", "time_entries", "time_entry_services", "credit_entries"]) {
      const [row] = await run<{ n: string }>(`select count(*) as n from ${table}`);
      found[table] = Number(row?.n);
    }
    const series = await run<{ series: string; next: string }>("select series, next_number as next from number_series");
    for (const { series: name, next } of series) found[`next ${name}`] = Number(next);
    return found;
  });
}

export async function statusOf(desk: Desk, invoiceId: InvoiceId) {
  const { invoice, standing, balanceCents } = await getInvoice(desk.scope(), invoiceId);
  return { status: invoice.status, number: invoice.number, standing, balanceCents, revision: invoice.revision };
}
