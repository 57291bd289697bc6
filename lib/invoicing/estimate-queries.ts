import { and, asc, eq, exists, gte, ilike, lt, lte, or, type SQL, sql } from "drizzle-orm";
import {
  catalogItems,
  clients,
  companies,
  estimateLines,
  estimates,
  members,
  projectMembers,
  projects,
} from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type EstimateId, isId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { type EstimateKind, type EstimateStatus, estimateStandingOf, estimateStatuses } from "./estimate";
import { billedCents, standingInvoicesOf } from "./estimate-billing";

export const estimateSorts = ["issued", "valid", "total"] as const;
export const estimateFilters = ["status", "client", "project", "from", "to"] as const;

export type EstimateList = ListRequest<(typeof estimateSorts)[number], (typeof estimateFilters)[number]>;

const orders: Record<EstimateList["sort"], Order> = {
  issued: { by: estimates.issuedOn, id: estimates.id, type: "date" },
  valid: { by: estimates.validUntil, id: estimates.id, type: "date" },
  total: { by: estimates.totalCents, id: estimates.id, type: "bigint" },
};

const itsClient = and(eq(clients.companyId, estimates.companyId), eq(clients.id, estimates.clientId));

/** Of one kind. `status` takes the standings that people see. */
export function listEstimates(scope: Scope<"estimates.read">, kind: EstimateKind, request: EstimateList) {
  const order = orders[request.sort];
  return scope.read(async (db) => {
    const where = and(visible(scope, db), eq(estimates.kind, kind), matching(scope, request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: estimates.id,
          sortKey: sql<string>`${order.by}`,
          kind: estimates.kind,
          number: estimates.number,
          status: estimates.status,
          clientName: clients.name,
          projectName: projects.name,
          issuedOn: estimates.issuedOn,
          validUntil: estimates.validUntil,
          totalCents: estimates.totalCents,
        })
        .from(estimates)
        .innerJoin(clients, itsClient)
        .leftJoin(projects, and(eq(projects.companyId, estimates.companyId), eq(projects.id, estimates.projectId)))
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const rows = page.rows.map((row) => ({ ...row, standing: estimateStandingOf(row, scope.today) }));
    return {
      ...page,
      rows,
      total: await boundedCount(db, sql`${estimates} join ${clients} on ${itsClient} where ${where}`),
    };
  });
}

/**
 * The estimate with its lines, the parties as they are now, and the invoices that bill it. Refuses `not_found`, also
 * where this member may not look.
 */
export async function getEstimate(scope: Scope<"estimates.read">, estimateId: EstimateId) {
  const [record, lines] = await scope.read(async (db) => {
    const [found] = await db
      .select({
        estimate: estimates,
        client: clients,
        company: { name: companies.name, address: companies.address, email: companies.email, phone: companies.phone },
        projectNumber: projects.number,
        projectName: projects.name,
        sentByName: members.displayName,
      })
      .from(estimates)
      .innerJoin(clients, itsClient)
      .innerJoin(companies, eq(companies.id, estimates.companyId))
      .leftJoin(projects, and(eq(projects.companyId, estimates.companyId), eq(projects.id, estimates.projectId)))
      .leftJoin(members, and(eq(members.companyId, estimates.companyId), eq(members.id, estimates.sentBy)))
      .where(and(visible(scope, db), eq(estimates.id, estimateId)));
    if (!found) throw new Refusal("not_found");
    return [found, await linesOf(scope, db, estimateId)] as const;
  });
  const invoices = await standingInvoicesOf(scope, estimateId);
  const standing = estimateStandingOf(record.estimate, scope.today);
  return { ...record, lines, invoices, billedCents: billedCents(invoices), standing };
}

function linesOf(scope: Scope, db: Reader, estimateId: EstimateId) {
  return db
    .select({
      id: estimateLines.id,
      itemId: estimateLines.itemId,
      itemName: catalogItems.name,
      description: estimateLines.description,
      quantity: estimateLines.quantity,
      unitPriceCents: estimateLines.unitPriceCents,
      isTaxable: estimateLines.isTaxable,
      discountPpm: estimateLines.discountPpm,
      discountCents: estimateLines.discountCents,
      documentDiscountCents: estimateLines.documentDiscountCents,
      subtotalCents: estimateLines.subtotalCents,
      taxCents: estimateLines.taxCents,
    })
    .from(estimateLines)
    .leftJoin(
      catalogItems,
      and(eq(catalogItems.companyId, estimateLines.companyId), eq(catalogItems.id, estimateLines.itemId)),
    )
    .where(and(owned(scope, estimateLines), eq(estimateLines.estimateId, estimateId)))
    .orderBy(asc(estimateLines.position));
}

/** Staff see their own and those of projects that they are assigned to. */
function visible(scope: Scope, db: Reader): SQL | undefined {
  if (scope.member.role !== "staff") return owned(scope, estimates);
  const assigned = db
    .select({ one: sql`1` })
    .from(projectMembers)
    .where(
      and(
        owned(scope, projectMembers),
        eq(projectMembers.projectId, estimates.projectId),
        eq(projectMembers.memberId, scope.member.id),
      ),
    );
  return and(owned(scope, estimates), or(eq(estimates.createdBy, scope.member.id), exists(assigned)));
}

function matching(scope: Scope, { search, filters }: EstimateList): SQL | undefined {
  return and(
    search ? found(search) : undefined,
    standing(scope, filters.status),
    isId("client", filters.client) ? eq(estimates.clientId, filters.client) : undefined,
    isId("project", filters.project) ? eq(estimates.projectId, filters.project) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(estimates.issuedOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(estimates.issuedOn, filters.to) : undefined,
  );
}

/** By number, client, reference, or an exact amount. */
function found(search: string): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  return or(
    ilike(estimates.number, text),
    ilike(clients.name, text),
    ilike(estimates.reference, text),
    amount.ok ? eq(estimates.totalCents, amount.value) : undefined,
  );
}

function standing(scope: Scope, status: string | undefined): SQL | undefined {
  const sent = eq(estimates.status, "sent");
  if (status === "sent") return and(sent, gte(estimates.validUntil, scope.today));
  if (status === "expired") return and(sent, lt(estimates.validUntil, scope.today));
  return estimateStatuses.includes(status as EstimateStatus)
    ? eq(estimates.status, status as EstimateStatus)
    : undefined;
}
