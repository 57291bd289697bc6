import { and, eq, lte, max, sql } from "drizzle-orm";
import { allocations, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";

/** What lowered this invoice so far, in cents. Stable only while the invoice is locked. */
export async function appliedTo(scope: Scope, invoiceId: InvoiceId): Promise<Cents> {
  const [row] = await scope.read((db) =>
    db
      .select({ applied: sql<string>`coalesce(sum(${allocations.amountCents}), 0)` })
      .from(allocations)
      .where(and(owned(scope, allocations), eq(allocations.invoiceId, invoiceId))),
  );
  return cents(Number(row?.applied ?? 0));
}

/** The day of what was last put on it or taken back. */
export async function lastAppliedOn(scope: Scope, invoiceId: InvoiceId): Promise<PlainDate | null> {
  const [row] = await scope.read((db) =>
    db
      .select({ day: max(allocations.allocatedOn) })
      .from(allocations)
      .where(and(owned(scope, allocations), eq(allocations.invoiceId, invoiceId))),
  );
  return row?.day ?? null;
}

/** The same as an expression beside each invoice of a list: derived, never stored. */
export const paidCents = sql<number>`coalesce((
  select sum(${allocations.amountCents}) from ${allocations}
  where ${allocations.companyId} = ${invoices.companyId} and ${allocations.invoiceId} = ${invoices.id}), 0)`.mapWith(
  Number,
);

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
