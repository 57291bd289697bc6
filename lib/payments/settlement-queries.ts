import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts, allocations, clients, creditEntries, invoices, members, payments, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import type { SettlementId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

const deposits = alias(invoices, "deposits");

/** A settlement with all that it moved and moved back. Refuses `not_found`. */
export function getSettlement(scope: Scope<"payments.read">, settlementId: SettlementId) {
  return scope.read(async (db) => {
    const [settlement] = await db
      .select({
        settlement: settlements,
        clientName: clients.name,
        createdByName: members.displayName,
        invoiceNumber: invoices.number,
        depositNumber: deposits.number,
        paymentNumber: payments.number,
        account: sql<string | null>`${accounts.code} || ' ' || ${accounts.name}`,
      })
      .from(settlements)
      .innerJoin(clients, and(eq(clients.companyId, settlements.companyId), eq(clients.id, settlements.clientId)))
      .innerJoin(members, and(eq(members.companyId, settlements.companyId), eq(members.id, settlements.createdBy)))
      .leftJoin(invoices, and(eq(invoices.companyId, settlements.companyId), eq(invoices.id, settlements.invoiceId)))
      .leftJoin(
        deposits,
        and(eq(deposits.companyId, settlements.companyId), eq(deposits.id, settlements.depositInvoiceId)),
      )
      .leftJoin(payments, and(eq(payments.companyId, settlements.companyId), eq(payments.id, settlements.paymentId)))
      .leftJoin(accounts, and(eq(accounts.companyId, settlements.companyId), eq(accounts.id, settlements.accountId)))
      .where(and(owned(scope, settlements), eq(settlements.id, settlementId)));
    if (!settlement) throw new Refusal("not_found");
    const placed = await readPlaced(scope, db, settlementId);
    const credit = await readCredit(scope, db, settlementId);
    return { ...settlement, placed, credit };
  });
}

function readPlaced(scope: Scope, db: Reader, settlementId: SettlementId) {
  return db
    .select({
      id: allocations.id,
      invoiceId: allocations.invoiceId,
      invoiceNumber: invoices.number,
      amountCents: allocations.amountCents,
      allocatedOn: allocations.allocatedOn,
    })
    .from(allocations)
    .innerJoin(invoices, and(eq(invoices.companyId, allocations.companyId), eq(invoices.id, allocations.invoiceId)))
    .where(and(owned(scope, allocations), eq(allocations.settlementId, settlementId)))
    .orderBy(asc(allocations.id));
}

function readCredit(scope: Scope, db: Reader, settlementId: SettlementId) {
  return db
    .select({
      id: creditEntries.id,
      amountCents: creditEntries.amountCents,
      enteredOn: creditEntries.enteredOn,
      reason: creditEntries.reason,
    })
    .from(creditEntries)
    .where(and(owned(scope, creditEntries), eq(creditEntries.settlementId, settlementId)))
    .orderBy(asc(creditEntries.id));
}
