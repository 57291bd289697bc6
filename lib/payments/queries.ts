import { and, asc, desc, eq, gte, ilike, lte, or, type SQL, sql } from "drizzle-orm";
import { accounts, allocations, clients, creditEntries, invoices, members, payments } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type ClientId, type InvoiceId, isId, type PaymentId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { paymentMethods } from "./payment";

export const paymentSorts = ["received"] as const;
export const paymentFilters = ["status", "method", "client", "from", "to"] as const;

type PaymentList = ListRequest<(typeof paymentSorts)[number], (typeof paymentFilters)[number]>;

const byDay: Order = { by: payments.receivedOn, id: payments.id, type: "date" };

export function listPayments(scope: Scope<"payments.read">, request: PaymentList) {
  return scope.read(async (db) => {
    const where = and(owned(scope, payments), matching(request));
    const page = await keysetPage(request, byDay, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: payments.id,
          sortKey: payments.receivedOn,
          number: payments.number,
          status: payments.status,
          receivedOn: payments.receivedOn,
          method: payments.method,
          reference: payments.reference,
          clientId: payments.clientId,
          clientName: clients.name,
          amountCents: payments.amountCents,
        })
        .from(payments)
        .innerJoin(clients, and(eq(clients.companyId, payments.companyId), eq(clients.id, payments.clientId)))
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const counted = sql`${payments} join ${clients} on ${clients.companyId} = ${payments.companyId} and ${clients.id} = ${payments.clientId} where ${where}`;
    return { ...page, total: await boundedCount(db, counted) };
  });
}

/** The payment with where each cent of it went. Refuses `not_found`. */
export function getPayment(scope: Scope<"payments.read">, paymentId: PaymentId) {
  return scope.read(async (db) => {
    const [payment] = await db
      .select({
        payment: payments,
        clientName: clients.name,
        account: sql<string>`${accounts.code} || ' ' || ${accounts.name}`,
        createdByName: members.displayName,
      })
      .from(payments)
      .innerJoin(clients, and(eq(clients.companyId, payments.companyId), eq(clients.id, payments.clientId)))
      .innerJoin(accounts, and(eq(accounts.companyId, payments.companyId), eq(accounts.id, payments.depositAccountId)))
      .innerJoin(members, and(eq(members.companyId, payments.companyId), eq(members.id, payments.createdBy)))
      .where(and(owned(scope, payments), eq(payments.id, paymentId)));
    if (!payment) throw new Refusal("not_found");
    const placed = await db
      .select({
        id: allocations.id,
        invoiceId: allocations.invoiceId,
        invoiceNumber: invoices.number,
        amountCents: allocations.amountCents,
        allocatedOn: allocations.allocatedOn,
      })
      .from(allocations)
      .innerJoin(invoices, and(eq(invoices.companyId, allocations.companyId), eq(invoices.id, allocations.invoiceId)))
      .where(and(owned(scope, allocations), eq(allocations.paymentId, paymentId)))
      .orderBy(asc(allocations.id));
    const credit = await db
      .select()
      .from(creditEntries)
      .where(and(owned(scope, creditEntries), eq(creditEntries.paymentId, paymentId)))
      .orderBy(asc(creditEntries.id));
    return { ...payment, placed, credit };
  });
}

/** What was applied to an invoice, newest first, with the payments' numbers. */
export function listAllocations(scope: Scope<"payments.read">, invoiceId: InvoiceId) {
  return scope.read((db) =>
    db
      .select({
        id: allocations.id,
        paymentId: allocations.paymentId,
        number: payments.number,
        method: payments.method,
        amountCents: allocations.amountCents,
        allocatedOn: allocations.allocatedOn,
      })
      .from(allocations)
      .innerJoin(payments, and(eq(payments.companyId, allocations.companyId), eq(payments.id, allocations.paymentId)))
      .where(and(owned(scope, allocations), eq(allocations.invoiceId, invoiceId)))
      .orderBy(desc(allocations.id)),
  );
}

/** What the firm owes this client: the sum of its credit ledger. */
export async function creditOf(scope: Scope<"payments.read">, clientId: ClientId): Promise<Cents> {
  const [row] = await scope.read((db) =>
    db
      .select({ credit: sql<string>`coalesce(sum(${creditEntries.amountCents}), 0)` })
      .from(creditEntries)
      .where(and(owned(scope, creditEntries), eq(creditEntries.clientId, clientId))),
  );
  return cents(Number(row?.credit ?? 0));
}

function matching({ search, filters }: PaymentList): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  const method = paymentMethods.find((known) => known === filters.method);
  return and(
    search
      ? or(
          ilike(payments.number, text),
          ilike(clients.name, text),
          ilike(payments.reference, text),
          amount.ok ? eq(payments.amountCents, amount.value) : undefined,
        )
      : undefined,
    filters.status === "received" || filters.status === "void" ? eq(payments.status, filters.status) : undefined,
    method ? eq(payments.method, method) : undefined,
    isId("client", filters.client) ? eq(payments.clientId, filters.client) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(payments.receivedOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(payments.receivedOn, filters.to) : undefined,
  );
}
