import { and, asc, eq, inArray, max, or, type SQL, sql } from "drizzle-orm";
import { allocations, creditEntries, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import type { InvoiceId, PaymentId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";

/** Where what is left of a payment is: on invoices, in the order of their ids, and in the client's credit. */
export type PaymentParts = { placed: { invoiceId: InvoiceId; amountCents: Cents }[]; creditCents: Cents };

/** The payment's own parts less those of its refunds. Stable only while payment and invoices are locked. */
export function partsOf(scope: Scope, paymentId: PaymentId): Promise<PaymentParts> {
  return scope.read((db) => readParts(scope, db, paymentId));
}

/** The same inside a read that has begun. */
export async function readParts(scope: Scope, db: Reader, paymentId: PaymentId): Promise<PaymentParts> {
  const refunds = db
    .select({ id: settlements.id })
    .from(settlements)
    .where(and(owned(scope, settlements), eq(settlements.paymentId, paymentId)));
  const sum = (column: SQL | typeof allocations.amountCents | typeof creditEntries.amountCents) =>
    sql<string>`coalesce(sum(${column}), 0)`.mapWith((text) => cents(Number(text)));
  const placed = await db
    .select({ invoiceId: allocations.invoiceId, amountCents: sum(allocations.amountCents) })
    .from(allocations)
    .where(
      and(
        owned(scope, allocations),
        or(eq(allocations.paymentId, paymentId), inArray(allocations.settlementId, refunds)),
      ),
    )
    .groupBy(allocations.invoiceId)
    .orderBy(asc(allocations.invoiceId));
  const [credit] = await db
    .select({ amountCents: sum(creditEntries.amountCents) })
    .from(creditEntries)
    .where(
      and(
        owned(scope, creditEntries),
        or(eq(creditEntries.paymentId, paymentId), inArray(creditEntries.settlementId, refunds)),
      ),
    );
  return { placed: placed.filter((part) => part.amountCents !== 0), creditCents: credit?.amountCents ?? cents(0) };
}

/** Whether refunds of it stand, and the day on which the last was undone: until then it was given back. */
export async function refundsOf(scope: Scope, paymentId: PaymentId) {
  const [row] = await scope.read((db) =>
    db
      .select({
        standing: sql<boolean>`coalesce(bool_or(${settlements.status} = 'standing'), false)`,
        undoneOn: max(settlements.voidedOn),
      })
      .from(settlements)
      .where(and(owned(scope, settlements), eq(settlements.paymentId, paymentId))),
  );
  return { standing: row?.standing ?? false, undoneOn: row?.undoneOn ?? null };
}
