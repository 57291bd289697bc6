import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { allocations, creditNotes, invoices, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";

/** What lowered this invoice so far, in cents. Stable only while the invoice is locked. */
export async function appliedTo(scope: Scope, invoiceId: InvoiceId): Promise<Cents> {
  return (await appliedToEach(scope, [invoiceId])).get(invoiceId) ?? cents(0);
}

/** The same of several, by invoice; one that nothing was put on is not in it. */
export async function appliedToEach(scope: Scope, invoiceIds: InvoiceId[]): Promise<Map<InvoiceId, Cents>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await scope.read((db) =>
    db
      .select({ invoiceId: allocations.invoiceId, applied: sql<string>`sum(${allocations.amountCents})` })
      .from(allocations)
      .where(and(owned(scope, allocations), inArray(allocations.invoiceId, invoiceIds)))
      .groupBy(allocations.invoiceId),
  );
  return new Map(rows.map(({ invoiceId, applied }) => [invoiceId, cents(Number(applied))]));
}

/**
 * The most that stands on each invoice on any day from this one on, in cents. What is put on it on that day fits above
 * that: else the invoice would be paid twice until something is taken back. Stable only while they are locked.
 */
export async function mostAppliedFrom(
  scope: Scope,
  invoiceIds: InvoiceId[],
  day: PlainDate,
): Promise<Map<InvoiceId, Cents>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await scope.read((db) => {
    const moved = db
      .select({
        invoiceId: allocations.invoiceId,
        day: sql`greatest(${allocations.allocatedOn}, ${day}::date)`.as("day"),
        amountCents: allocations.amountCents,
      })
      .from(allocations)
      .where(and(owned(scope, allocations), inArray(allocations.invoiceId, invoiceIds)))
      .as("moved");
    const running = sql<string>`sum(sum(${moved.amountCents})) over (partition by ${moved.invoiceId} order by ${moved.day})`;
    return db.select({ invoiceId: moved.invoiceId, running }).from(moved).groupBy(moved.invoiceId, moved.day);
  });
  const most = new Map<InvoiceId, Cents>();
  for (const row of rows) most.set(row.invoiceId, cents(Math.max(most.get(row.invoiceId) ?? 0, Number(row.running))));
  return most;
}

/** The day of what was last put on it or taken back, credited, or taken of it as a deposit. */
export async function lastMovedOn(scope: Scope, invoiceId: InvoiceId): Promise<PlainDate | null> {
  const { rows } = await scope.read((db) =>
    db.execute<{ day: PlainDate | null }>(sql`select greatest(
      (select max(${allocations.allocatedOn}) from ${allocations} where ${owned(scope, allocations)} and ${allocations.invoiceId} = ${invoiceId}),
      (select max(${creditNotes.voidedOn}) from ${creditNotes} where ${owned(scope, creditNotes)} and ${creditNotes.invoiceId} = ${invoiceId}),
      (select max(${settlements.voidedOn}) from ${settlements}
        where ${owned(scope, settlements)} and ${settlements.depositInvoiceId} = ${invoiceId}))::text as day`),
  );
  return rows[0]?.day ?? null;
}

/** The same as an expression beside each invoice of a list: derived, never stored. */
export const paidCents = sql<number>`coalesce((
  select sum(${allocations.amountCents}) from ${allocations}
  where ${allocations.companyId} = ${invoices.companyId} and ${allocations.invoiceId} = ${invoices.id}), 0)`.mapWith(
  Number,
);

/** Whether a part of it, or all, was given up and still is. Beside each invoice of a list, as above. */
export const isWrittenOff = sql<boolean>`exists (
  select 1 from ${settlements} where ${settlements.companyId} = ${invoices.companyId}
    and ${settlements.invoiceId} = ${invoices.id} and ${settlements.kind} = 'write_off'
    and ${settlements.status} = 'standing')`;

/** What is open today and what of it is overdue, of one client or of all; an invoice of a day to come is not owed yet. */
export async function owedBy(scope: Scope<"invoices.read">, clientId: ClientId | null = null) {
  const balance = sql`${invoices.totalCents} - ${paidCents}`;
  const [row] = await scope.read((db) =>
    db
      .select({
        open: sql<string>`coalesce(sum(${balance}), 0)`,
        overdue: sql<string>`coalesce(sum(${balance}) filter (where ${invoices.dueOn} < ${scope.today}), 0)`,
      })
      .from(invoices)
      .where(
        and(
          owned(scope, invoices),
          eq(invoices.status, "issued"),
          lte(invoices.issuedOn, scope.today),
          clientId ? eq(invoices.clientId, clientId) : undefined,
        ),
      ),
  );
  return { openCents: cents(Number(row?.open ?? 0)), overdueCents: cents(Number(row?.overdue ?? 0)) };
}
