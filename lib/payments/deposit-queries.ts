import { and, asc, eq, sql } from "drizzle-orm";
import { allocations, invoices, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { ClientId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";

/**
 * The deposits that this client paid and that are still held, the oldest first: what was paid of each less what was put
 * on other invoices.
 */
export function listDepositsHeld(scope: Scope<"payments.read">, clientId: ClientId) {
  const paid = sql`coalesce((select sum(${allocations.amountCents}) from ${allocations}
    where ${owned(scope, allocations)} and ${allocations.invoiceId} = ${invoices.id}), 0)`;
  const used = sql`coalesce((select sum(${settlements.amountCents}) from ${settlements}
    where ${owned(scope, settlements)} and ${settlements.depositInvoiceId} = ${invoices.id}
      and ${settlements.status} = 'standing'), 0)`;
  return scope.read((db) =>
    db
      .select({
        id: invoices.id,
        estimateId: invoices.estimateId,
        number: sql<string>`${invoices.number}`,
        leftCents: sql`${paid} - ${used}`.mapWith((left) => cents(Number(left))),
        usedCents: sql`${used}`.mapWith((sum) => cents(Number(sum))),
      })
      .from(invoices)
      .where(
        and(
          owned(scope, invoices),
          eq(invoices.clientId, clientId),
          eq(invoices.kind, "deposit"),
          eq(invoices.status, "issued"),
          sql`${paid} > ${used}`,
        ),
      )
      .orderBy(asc(invoices.issuedOn), asc(invoices.id)),
  );
}
