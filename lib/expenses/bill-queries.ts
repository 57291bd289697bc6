import { and, asc, desc, eq, gte, ilike, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { accounts, billAllocations, billLines, billPayments, bills, members, projects, vendors } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { addDays, isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type BillId, type BillPaymentId, isId, type VendorId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { labelColumn } from "@/lib/projects/visible";
import { billStandingOf } from "./bill";

export const billSorts = ["billed", "due", "total"] as const;
export const billFilters = ["status", "vendor", "from", "to"] as const;

type BillList = ListRequest<(typeof billSorts)[number], (typeof billFilters)[number]>;

const orders: Record<BillList["sort"], Order> = {
  billed: { by: bills.billedOn, id: bills.id, type: "date" },
  due: { by: bills.dueOn, id: bills.id, type: "date" },
  total: { by: bills.totalCents, id: bills.id, type: "bigint" },
};

/** What was paid, beside each bill of a list: derived, never stored. */
const paidCents = sql<number>`coalesce((
  select sum(${billAllocations.amountCents}) from ${billAllocations}
  where ${billAllocations.companyId} = ${bills.companyId} and ${billAllocations.billId} = ${bills.id}), 0)`.mapWith(
  Number,
);

const ofVendor = and(eq(vendors.companyId, bills.companyId), eq(vendors.id, bills.vendorId));

/** `status` takes the standings that people see, `open` for all that is owed, and `due_soon` for what is due in 7 days. */
export function listBills(scope: Scope<"bills.read">, request: BillList) {
  const order = orders[request.sort];
  return scope.read(async (db) => {
    const where = and(owned(scope, bills), matching(scope, request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: bills.id,
          sortKey: sql<string>`${order.by}`,
          number: bills.number,
          vendorNumber: bills.vendorNumber,
          status: bills.status,
          vendorId: bills.vendorId,
          vendorName: vendors.name,
          billedOn: bills.billedOn,
          dueOn: bills.dueOn,
          totalCents: bills.totalCents,
          paidCents,
        })
        .from(bills)
        .innerJoin(vendors, ofVendor)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const counted = sql`${bills} join ${vendors} on ${ofVendor} where ${where}`;
    const rows = page.rows.map((row) => ({
      ...row,
      balanceCents: row.status === "posted" ? row.totalCents - row.paidCents : 0,
      standing: billStandingOf(row, row.paidCents, scope.today),
    }));
    return { ...page, rows, total: await boundedCount(db, counted) };
  });
}

/** The bill with its lines and what was paid of it. Refuses `not_found`. */
export function getBill(scope: Scope<"bills.read">, billId: BillId) {
  return scope.read(async (db) => {
    const [found] = await db
      .select({ bill: bills, vendorName: vendors.name, postedByName: members.displayName, paidCents })
      .from(bills)
      .innerJoin(vendors, ofVendor)
      .leftJoin(members, and(eq(members.companyId, bills.companyId), eq(members.id, bills.postedBy)))
      .where(and(owned(scope, bills), eq(bills.id, billId)));
    if (!found) throw new Refusal("not_found");
    const lines = await db
      .select({
        id: billLines.id,
        description: billLines.description,
        quantity: billLines.quantity,
        unitPriceCents: billLines.unitPriceCents,
        accountId: billLines.accountId,
        account: sql<string>`${accounts.code} || ' ' || ${accounts.name}`,
        projectId: billLines.projectId,
        projectLabel: labelColumn,
        subtotalCents: billLines.subtotalCents,
      })
      .from(billLines)
      .innerJoin(accounts, and(eq(accounts.companyId, billLines.companyId), eq(accounts.id, billLines.accountId)))
      .leftJoin(projects, and(eq(projects.companyId, billLines.companyId), eq(projects.id, billLines.projectId)))
      .where(and(owned(scope, billLines), eq(billLines.billId, billId)))
      .orderBy(asc(billLines.position));
    const paid = await db
      .select({
        id: billAllocations.id,
        billPaymentId: billAllocations.paymentId,
        allocatedOn: billAllocations.allocatedOn,
        amountCents: billAllocations.amountCents,
      })
      .from(billAllocations)
      .where(and(owned(scope, billAllocations), eq(billAllocations.billId, billId)))
      .orderBy(desc(billAllocations.id));
    const standing = billStandingOf(found.bill, found.paidCents, scope.today);
    const balanceCents = found.bill.status === "posted" ? found.bill.totalCents - found.paidCents : 0;
    return { ...found, lines, paid, standing, balanceCents };
  });
}

/** What a vendor can be paid, oldest due day first. */
export async function listOpenBills(scope: Scope<"bills.read">, vendorId: VendorId) {
  const rows = await scope.read((db) =>
    db
      .select({
        id: bills.id,
        number: bills.number,
        vendorNumber: bills.vendorNumber,
        billedOn: bills.billedOn,
        dueOn: bills.dueOn,
        totalCents: bills.totalCents,
        paidCents,
      })
      .from(bills)
      .where(and(owned(scope, bills), eq(bills.vendorId, vendorId), isOpen))
      .orderBy(asc(bills.dueOn), asc(bills.id))
      .limit(500),
  );
  return rows.map((row) => ({ ...row, openCents: cents(row.totalCents - row.paidCents) }));
}

/** The vendors that are owed something, with how much and what of it is overdue; or one of them. */
export async function listOwed(scope: Scope<"bills.read">, vendorId: VendorId | null = null) {
  const balance = sql`${bills.totalCents} - ${paidCents}`;
  const rows = await scope.read((db) =>
    db
      .select({
        vendorId: bills.vendorId,
        name: vendors.name,
        count: sql<number>`count(*)`.mapWith(Number),
        open: sql<string>`sum(${balance})`,
        overdue: sql<string>`coalesce(sum(${balance}) filter (where ${bills.dueOn} < ${scope.today}), 0)`,
      })
      .from(bills)
      .innerJoin(vendors, ofVendor)
      .where(and(owned(scope, bills), isOpen, vendorId ? eq(bills.vendorId, vendorId) : undefined))
      .groupBy(bills.vendorId, vendors.name)
      .orderBy(asc(sql`lower(${vendors.name})`)),
  );
  return rows.map(({ open, overdue, ...row }) => ({
    ...row,
    openCents: cents(Number(open)),
    overdueCents: cents(Number(overdue)),
  }));
}

/** The payment with where each cent of it went. Refuses `not_found`. */
export function getBillPayment(scope: Scope<"bills.read">, billPaymentId: BillPaymentId) {
  return scope.read(async (db) => {
    const [found] = await db
      .select({
        payment: billPayments,
        vendorName: vendors.name,
        account: sql<string>`${accounts.code} || ' ' || ${accounts.name}`,
      })
      .from(billPayments)
      .innerJoin(vendors, and(eq(vendors.companyId, billPayments.companyId), eq(vendors.id, billPayments.vendorId)))
      .innerJoin(
        accounts,
        and(eq(accounts.companyId, billPayments.companyId), eq(accounts.id, billPayments.fromAccountId)),
      )
      .where(and(owned(scope, billPayments), eq(billPayments.id, billPaymentId)));
    if (!found) throw new Refusal("not_found");
    const placed = await db
      .select({
        id: billAllocations.id,
        billId: billAllocations.billId,
        number: bills.number,
        allocatedOn: billAllocations.allocatedOn,
        amountCents: billAllocations.amountCents,
      })
      .from(billAllocations)
      .innerJoin(bills, and(eq(bills.companyId, billAllocations.companyId), eq(bills.id, billAllocations.billId)))
      .where(and(owned(scope, billAllocations), eq(billAllocations.paymentId, billPaymentId)))
      .orderBy(asc(billAllocations.id));
    return { ...found, placed };
  });
}

const isPosted = eq(bills.status, "posted");
const owes = sql`${paidCents} < ${bills.totalCents}`;
const isOpen = and(isPosted, owes);

function matching(scope: Scope, { search, filters }: BillList): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  return and(
    search
      ? or(
          ilike(bills.number, text),
          ilike(bills.vendorNumber, text),
          ilike(vendors.name, text),
          amount.ok ? eq(bills.totalCents, amount.value) : undefined,
        )
      : undefined,
    standing(scope, filters.status),
    isId("vendor", filters.vendor) ? eq(bills.vendorId, filters.vendor) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(bills.billedOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(bills.billedOn, filters.to) : undefined,
  );
}

function standing(scope: Scope, status: string | undefined): SQL | undefined {
  switch (status) {
    case "draft":
      return eq(bills.status, "draft");
    case "void":
      return eq(bills.status, "void");
    case "open":
      return isOpen;
    case "overdue":
      return and(isOpen, lt(bills.dueOn, scope.today));
    case "due_soon":
      return and(isOpen, gte(bills.dueOn, scope.today), lte(bills.dueOn, addDays(scope.today, 7)));
    case "partly_paid":
      return and(isOpen, sql`${paidCents} > 0`);
    case "paid":
      return and(isPosted, sql`${paidCents} >= ${bills.totalCents}`);
    default:
      return undefined;
  }
}
