import { and, asc, desc, eq, gte, ilike, lte, or, type SQL, sql } from "drizzle-orm";
import { accounts, allocations, clients, creditEntries, invoices, members, payments, settlements } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { isId, type PaymentId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { sumCents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { paymentMethods, paymentStanding, paymentStatuses } from "./payment";
import { readParts } from "./payment-parts";

export const paymentSorts = ["received"] as const;
export const paymentFilters = ["status", "method", "client", "from", "to"] as const;

type PaymentList = ListRequest<(typeof paymentSorts)[number], (typeof paymentFilters)[number]>;

/** What was given back of it and stands, as an expression beside each payment of a list. */
const refundedCents = sql<number>`coalesce((
  select sum(${settlements.amountCents}) from ${settlements}
  where ${settlements.companyId} = ${payments.companyId} and ${settlements.paymentId} = ${payments.id}
    and ${settlements.status} = 'standing'), 0)`.mapWith(Number);

const byDay: Order = { by: payments.receivedOn, id: payments.id, type: "date" };

/** `status` takes the stored ones, and `refunded` for all of which a refund stands. */
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
          refundedCents,
        })
        .from(payments)
        .innerJoin(clients, and(eq(clients.companyId, payments.companyId), eq(clients.id, payments.clientId)))
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const counted = sql`${payments} join ${clients} on ${clients.companyId} = ${payments.companyId} and ${clients.id} = ${payments.clientId} where ${where}`;
    const rows = page.rows.map((row) => ({ ...row, standing: paymentStanding(row, row.refundedCents) }));
    return { ...page, rows, total: await boundedCount(db, counted) };
  });
}

/** The payment with where each cent of it went, what was refunded, and where what is left of it is. Refuses `not_found`. */
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
    const placed = await readPlaced(scope, db, paymentId);
    const credit = await readCredit(scope, db, paymentId);
    const refunds = await readRefunds(scope, db, paymentId);
    const left = await readParts(scope, db, paymentId);
    const leftCents = sumCents([left.creditCents, ...left.placed.map(({ amountCents }) => amountCents)]);
    const standing = paymentStanding(payment.payment, standingSum(refunds));
    return { ...payment, placed, credit, refunds, left, leftCents, standing };
  });
}

function standingSum(refunds: { status: string; amountCents: number }[]): number {
  return sumCents(refunds.map(({ status, amountCents }) => (status === "standing" ? amountCents : 0)));
}

/** Its own parts and those of its refunds, as they were made. */
function readPlaced(scope: Scope, db: Reader, paymentId: PaymentId) {
  return db
    .select({
      id: allocations.id,
      invoiceId: allocations.invoiceId,
      invoiceNumber: invoices.number,
      isRefund: sql<boolean>`${allocations.settlementId} is not null`,
      /** The refund that it is of. */
      settlementId: allocations.settlementId,
      amountCents: allocations.amountCents,
      allocatedOn: allocations.allocatedOn,
    })
    .from(allocations)
    .innerJoin(invoices, and(eq(invoices.companyId, allocations.companyId), eq(invoices.id, allocations.invoiceId)))
    .where(and(owned(scope, allocations), ofPayment(scope, allocations, paymentId)))
    .orderBy(asc(allocations.id));
}

function readCredit(scope: Scope, db: Reader, paymentId: PaymentId) {
  return db
    .select()
    .from(creditEntries)
    .where(and(owned(scope, creditEntries), ofPayment(scope, creditEntries, paymentId)))
    .orderBy(asc(creditEntries.id));
}

function readRefunds(scope: Scope, db: Reader, paymentId: PaymentId) {
  return db
    .select({
      id: settlements.id,
      status: settlements.status,
      amountCents: settlements.amountCents,
      settledOn: settlements.settledOn,
      reason: settlements.reason,
      voidedOn: settlements.voidedOn,
      account: sql<string>`${accounts.code} || ' ' || ${accounts.name}`,
    })
    .from(settlements)
    .innerJoin(accounts, and(eq(accounts.companyId, settlements.companyId), eq(accounts.id, settlements.accountId)))
    .where(and(owned(scope, settlements), eq(settlements.paymentId, paymentId)))
    .orderBy(desc(settlements.id));
}

function ofPayment(scope: Scope, table: typeof allocations | typeof creditEntries, paymentId: PaymentId): SQL {
  return sql`(${table.paymentId} = ${paymentId} or ${table.settlementId} in (
    select ${settlements.id} from ${settlements} where ${owned(scope, settlements)} and ${settlements.paymentId} = ${paymentId}))`;
}

function matching({ search, filters }: PaymentList): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  const status = paymentStatuses.find((known) => known === filters.status);
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
    status ? eq(payments.status, status) : undefined,
    filters.status === "refunded" ? sql`${refundedCents} > 0` : undefined,
    method ? eq(payments.method, method) : undefined,
    isId("client", filters.client) ? eq(payments.clientId, filters.client) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(payments.receivedOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(payments.receivedOn, filters.to) : undefined,
  );
}
