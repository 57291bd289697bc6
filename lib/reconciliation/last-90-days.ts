import { and, desc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import {
  accounts,
  allocations,
  clients,
  creditEntries,
  creditNotes,
  invoices,
  journalLines,
  payments,
  settlements,
} from "@/db/schema";
import { boundedCount, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { addDays } from "@/lib/kernel/dates";
import type { ListRequest } from "@/lib/kernel/listing";

/** How an invoice and the money that came for it stand to each other. */
export const reconciliationStates = ["differs", "overpaid", "credit_over", "matched", "partial", "unpaid"] as const;
export type ReconciliationState = (typeof reconciliationStates)[number];

export const reconciliationSorts = ["issued"] as const;
export const reconciliationFilters = ["state"] as const;

const order: Order = { by: invoices.issuedOn, id: invoices.id, type: "date" };

const ofInvoice = (what: SQL) =>
  sql<number>`coalesce((select sum(${allocations.amountCents}) from ${allocations}
  left join ${settlements} on ${settlements.companyId} = ${allocations.companyId} and ${settlements.id} = ${allocations.settlementId}
  where ${allocations.companyId} = ${invoices.companyId} and ${allocations.invoiceId} = ${invoices.id} and ${what}), 0)`.mapWith(
    Number,
  );

const paid = ofInvoice(sql`(${allocations.paymentId} is not null or ${settlements.kind} = 'refund')`);
const credited = ofInvoice(
  sql`(${allocations.creditNoteId} is not null or ${settlements.kind} in ('credit_application', 'deposit_application'))`,
);
const writtenOff = ofInvoice(sql`${settlements.kind} = 'write_off'`);
const applied = ofInvoice(sql`true`);

/** What payments of this invoice, or its credit notes, left over as client credit. */
const overpaid = sql<number>`coalesce((select sum(${creditEntries.amountCents}) from ${creditEntries}
  left join ${settlements} on ${settlements.companyId} = ${creditEntries.companyId} and ${settlements.id} = ${creditEntries.settlementId}
  where ${creditEntries.companyId} = ${invoices.companyId} and coalesce(${creditEntries.paymentId}, ${settlements.paymentId}) in (
    select ${allocations.paymentId} from ${allocations} where ${allocations.companyId} = ${invoices.companyId}
      and ${allocations.invoiceId} = ${invoices.id} and ${allocations.paymentId} is not null)), 0)`.mapWith(Number);
const creditOver = sql<number>`coalesce((select sum(${creditEntries.amountCents}) from ${creditEntries}
  join ${creditNotes} on ${creditNotes.companyId} = ${creditEntries.companyId} and ${creditNotes.id} = ${creditEntries.creditNoteId}
  where ${creditNotes.companyId} = ${invoices.companyId} and ${creditNotes.invoiceId} = ${invoices.id}), 0)`.mapWith(
  Number,
);

const booked = sql<number>`coalesce((select sum(${journalLines.amountCents}) from ${journalLines}
  join ${accounts} on ${accounts.companyId} = ${journalLines.companyId} and ${accounts.id} = ${journalLines.accountId} and ${accounts.role} = 'receivable'
  where ${journalLines.companyId} = ${invoices.companyId} and ${journalLines.invoiceId} = ${invoices.id}), 0)`.mapWith(
  Number,
);

const state = sql<ReconciliationState>`case
  when ${booked} <> ${invoices.totalCents} - ${applied} then 'differs'
  when ${applied} <= 0 and ${invoices.totalCents} > 0 then 'unpaid'
  when ${applied} < ${invoices.totalCents} then 'partial'
  when ${overpaid} > 0 then 'overpaid'
  when ${creditOver} > 0 then 'credit_over'
  else 'matched' end`;

type Asked = ListRequest<(typeof reconciliationSorts)[number], (typeof reconciliationFilters)[number]>;

/** The invoices issued in the last 90 days, each with what came for it and whether documents and journal agree. */
export function listLast90Days(scope: Scope<"books.verify">, request: Asked) {
  const asked = reconciliationStates.find((known) => known === request.filters.state);
  return scope.read(async (db) => {
    const where = and(
      owned(scope, invoices),
      eq(invoices.status, "issued"),
      gte(invoices.issuedOn, addDays(scope.today, -90)),
      lte(invoices.issuedOn, scope.today),
      asked ? sql`${state} = ${asked}` : undefined,
    );
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: invoices.id,
          sortKey: invoices.issuedOn,
          number: invoices.number,
          issuedOn: invoices.issuedOn,
          clientName: clients.name,
          totalCents: invoices.totalCents,
          paid,
          credited,
          writtenOff,
          booked,
          state,
        })
        .from(invoices)
        .innerJoin(clients, and(eq(clients.companyId, invoices.companyId), eq(clients.id, invoices.clientId)))
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${invoices} where ${where}`) };
  });
}

/** Money of the last 90 days that stands on no invoice: at most 200, the newest first. */
export function listPaymentsWithoutInvoice(scope: Scope<"books.verify">) {
  return scope.read((db) =>
    db
      .select({
        id: payments.id,
        number: payments.number,
        receivedOn: payments.receivedOn,
        clientId: payments.clientId,
        clientName: clients.name,
        amountCents: payments.amountCents,
      })
      .from(payments)
      .innerJoin(clients, and(eq(clients.companyId, payments.companyId), eq(clients.id, payments.clientId)))
      .where(
        and(
          owned(scope, payments),
          eq(payments.status, "received"),
          gte(payments.receivedOn, addDays(scope.today, -90)),
          sql`not exists (select from ${allocations} where ${allocations.companyId} = ${payments.companyId} and ${allocations.paymentId} = ${payments.id})`,
        ),
      )
      .orderBy(desc(payments.receivedOn), desc(payments.id))
      .limit(200),
  );
}
