import { and, asc, eq, exists, gte, ilike, lt, lte, not, or, type SQL, sql } from "drizzle-orm";
import {
  catalogItems,
  clients,
  companies,
  estimates,
  invoiceLines,
  invoices,
  members,
  projectMembers,
  projects,
  recurringPlans,
} from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type InvoiceId, isId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { isWrittenOff, paidCents } from "./balance";
import { invoiceKinds, standingOf } from "./invoice";

export const invoiceSorts = ["issued", "due", "total"] as const;
export const invoiceFilters = ["status", "kind", "client", "project", "from", "to"] as const;

export type InvoiceList = ListRequest<(typeof invoiceSorts)[number], (typeof invoiceFilters)[number]>;

const orders: Record<InvoiceList["sort"], Order> = {
  issued: { by: invoices.issuedOn, id: invoices.id, type: "date" },
  due: { by: invoices.dueOn, id: invoices.id, type: "date" },
  total: { by: invoices.totalCents, id: invoices.id, type: "bigint" },
};

/** `status` takes the standings that people see, and `open` for all that is still to be collected. */
export function listInvoices(scope: Scope<"invoices.read">, request: InvoiceList) {
  const order = orders[request.sort];
  return scope.read(async (db) => {
    const where = and(visible(scope, db), matching(scope, request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: invoices.id,
          sortKey: sql<string>`${order.by}`,
          number: invoices.number,
          kind: invoices.kind,
          status: invoices.status,
          clientId: invoices.clientId,
          clientName: clients.name,
          projectName: projects.name,
          issuedOn: invoices.issuedOn,
          dueOn: invoices.dueOn,
          totalCents: invoices.totalCents,
          paidCents,
          isWrittenOff,
        })
        .from(invoices)
        .innerJoin(clients, and(eq(clients.companyId, invoices.companyId), eq(clients.id, invoices.clientId)))
        .leftJoin(projects, and(eq(projects.companyId, invoices.companyId), eq(projects.id, invoices.projectId)))
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const counted = sql`${invoices} join ${clients} on ${clients.companyId} = ${invoices.companyId} and ${clients.id} = ${invoices.clientId} where ${where}`;
    const rows = page.rows.map((row) => ({
      ...row,
      balanceCents: row.status === "issued" ? row.totalCents - row.paidCents : 0,
      standing: standingOf(row, row.paidCents, scope.today, row.isWrittenOff),
    }));
    return { ...page, rows, total: await boundedCount(db, counted) };
  });
}

/** The invoice with its lines, what was paid, and the parties as they are now. Refuses `not_found`, also where this member may not look. */
export function getInvoice(scope: Scope<"invoices.read">, invoiceId: InvoiceId) {
  return scope.read(async (db) => {
    const [invoice] = await db
      .select({
        invoice: invoices,
        client: clients,
        projectNumber: projects.number,
        projectName: projects.name,
        planName: recurringPlans.name,
        issuedByName: members.displayName,
        company: { name: companies.name, address: companies.address, email: companies.email, phone: companies.phone },
        estimate: { id: estimates.id, kind: estimates.kind, number: estimates.number },
        paidCents,
        isWrittenOff,
      })
      .from(invoices)
      .innerJoin(clients, and(eq(clients.companyId, invoices.companyId), eq(clients.id, invoices.clientId)))
      .innerJoin(companies, eq(companies.id, invoices.companyId))
      .leftJoin(projects, and(eq(projects.companyId, invoices.companyId), eq(projects.id, invoices.projectId)))
      .leftJoin(
        recurringPlans,
        and(eq(recurringPlans.companyId, invoices.companyId), eq(recurringPlans.id, invoices.recurringPlanId)),
      )
      .leftJoin(estimates, and(eq(estimates.companyId, invoices.companyId), eq(estimates.id, invoices.estimateId)))
      .leftJoin(members, and(eq(members.companyId, invoices.companyId), eq(members.id, invoices.issuedBy)))
      .where(and(visible(scope, db), eq(invoices.id, invoiceId)));
    if (!invoice) throw new Refusal("not_found");
    const lines = await db
      .select({
        id: invoiceLines.id,
        itemId: invoiceLines.itemId,
        itemName: catalogItems.name,
        description: invoiceLines.description,
        quantity: invoiceLines.quantity,
        unitPriceCents: invoiceLines.unitPriceCents,
        isTaxable: invoiceLines.isTaxable,
        discountPpm: invoiceLines.discountPpm,
        discountCents: invoiceLines.discountCents,
        documentDiscountCents: invoiceLines.documentDiscountCents,
        subtotalCents: invoiceLines.subtotalCents,
        taxCents: invoiceLines.taxCents,
      })
      .from(invoiceLines)
      .leftJoin(
        catalogItems,
        and(eq(catalogItems.companyId, invoiceLines.companyId), eq(catalogItems.id, invoiceLines.itemId)),
      )
      .where(and(owned(scope, invoiceLines), eq(invoiceLines.invoiceId, invoiceId)))
      .orderBy(asc(invoiceLines.position));
    const standing = standingOf(invoice.invoice, invoice.paidCents, scope.today, invoice.isWrittenOff);
    const balanceCents = invoice.invoice.status === "issued" ? invoice.invoice.totalCents - invoice.paidCents : 0;
    return { ...invoice, lines, standing, balanceCents };
  });
}

/** Staff see their own invoices and those of projects that they are assigned to. */
function visible(scope: Scope, db: Reader): SQL | undefined {
  if (scope.member.role !== "staff") return owned(scope, invoices);
  const assigned = db
    .select({ one: sql`1` })
    .from(projectMembers)
    .where(
      and(
        owned(scope, projectMembers),
        eq(projectMembers.projectId, invoices.projectId),
        eq(projectMembers.memberId, scope.member.id),
      ),
    );
  return and(owned(scope, invoices), or(eq(invoices.createdBy, scope.member.id), exists(assigned)));
}

function matching(scope: Scope, { search, filters }: InvoiceList): SQL | undefined {
  const kind = invoiceKinds.find((known) => known === filters.kind);
  return and(
    search ? found(search) : undefined,
    standing(scope, filters.status),
    kind ? eq(invoices.kind, kind) : undefined,
    isId("client", filters.client) ? eq(invoices.clientId, filters.client) : undefined,
    isId("project", filters.project) ? eq(invoices.projectId, filters.project) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(invoices.issuedOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(invoices.issuedOn, filters.to) : undefined,
  );
}

/** By number, client, reference, or an exact amount. */
function found(search: string): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  return or(
    ilike(invoices.number, text),
    ilike(clients.name, text),
    ilike(invoices.reference, text),
    amount.ok ? eq(invoices.totalCents, amount.value) : undefined,
  );
}

function standing(scope: Scope, status: string | undefined): SQL | undefined {
  const issued = eq(invoices.status, "issued");
  const owes = sql`${paidCents} < ${invoices.totalCents}`;
  switch (status) {
    case "draft":
      return eq(invoices.status, "draft");
    case "void":
      return eq(invoices.status, "void");
    case "open":
      return and(issued, owes);
    case "overdue":
      return and(issued, lt(invoices.dueOn, scope.today), owes);
    case "partly_paid":
      return and(issued, sql`${paidCents} > 0`, owes);
    case "paid":
      return and(issued, not(owes), not(isWrittenOff));
    case "written_off":
      return and(issued, not(owes), isWrittenOff);
    case "issued":
      return issued;
    default:
      return undefined;
  }
}
