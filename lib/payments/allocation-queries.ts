import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { allocations, creditNotes, invoices, payments, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import type { InvoiceId } from "@/lib/kernel/ids";
import { type SettlementKind, settlementLabels } from "./settlement";

export type AllocationSource = "payment" | "credit_note" | SettlementKind;

export const allocationLabels: Record<AllocationSource, string> = {
  payment: "Payment",
  credit_note: "Credit note",
  ...settlementLabels,
};

/** What was put on an invoice and taken from it, in the order of the days, each with the document that it came of. */
export function listAllocations(scope: Scope<"payments.read">, invoiceId: InvoiceId) {
  return scope.read((db) => readAllocations(scope, db, invoiceId));
}

/** The same inside a read that has begun. */
export function readAllocations(scope: Scope<"payments.read">, db: Reader, invoiceId: InvoiceId) {
  const deposits = alias(invoices, "deposits");
  return db
    .select({
      id: allocations.id,
      source: sql<AllocationSource>`case when ${allocations.paymentId} is not null then 'payment'
          when ${allocations.creditNoteId} is not null then 'credit_note' else ${settlements.kind} end`,
      documentId: sql<string>`coalesce(${allocations.paymentId}, ${allocations.creditNoteId}, ${allocations.settlementId})`,
      documentNumber: sql<string>`coalesce(${payments.number}, ${creditNotes.number}, '')`,
      /** For a refund, the payment that it gives back. */
      paymentId: sql<string | null>`coalesce(${allocations.paymentId}, ${settlements.paymentId})`,
      /** Of a deposit that was applied, its own number. */
      depositNumber: deposits.number,
      isAutomatic: sql<boolean>`coalesce(${settlements.isAutomatic}, false)`,
      /** Whether it can still be undone by itself. */
      isStanding: sql<boolean>`coalesce(${settlements.status} = 'standing', false)`,
      amountCents: allocations.amountCents,
      allocatedOn: allocations.allocatedOn,
    })
    .from(allocations)
    .leftJoin(payments, and(eq(payments.companyId, allocations.companyId), eq(payments.id, allocations.paymentId)))
    .leftJoin(
      creditNotes,
      and(eq(creditNotes.companyId, allocations.companyId), eq(creditNotes.id, allocations.creditNoteId)),
    )
    .leftJoin(
      settlements,
      and(eq(settlements.companyId, allocations.companyId), eq(settlements.id, allocations.settlementId)),
    )
    .leftJoin(
      deposits,
      and(eq(deposits.companyId, settlements.companyId), eq(deposits.id, settlements.depositInvoiceId)),
    )
    .where(and(owned(scope, allocations), eq(allocations.invoiceId, invoiceId)))
    .orderBy(asc(allocations.allocatedOn), asc(allocations.id));
}
