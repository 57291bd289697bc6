import { and, asc, desc, eq, gte, ilike, inArray, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import {
  clients,
  invoices,
  projects,
  recurringOccurrences,
  recurringPlanLines,
  recurringPlans,
  recurringSkips,
} from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import type { RecurringPlanId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { dueOccurrences, nextOccurrences } from "./plan";
import { planTotals } from "./plan-totals";

export const planSorts = ["name"] as const;
export const planFilters = ["status"] as const;

type PlanList = ListRequest<(typeof planSorts)[number], (typeof planFilters)[number]>;

const byName: Order = { by: sql`lower(${recurringPlans.name})`, id: recurringPlans.id, type: "text" };

const ofClient = and(eq(clients.companyId, recurringPlans.companyId), eq(clients.id, recurringPlans.clientId));
const ofProject = and(eq(projects.companyId, recurringPlans.companyId), eq(projects.id, recurringPlans.projectId));

export function listPlans(scope: Scope<"recurring.read">, request: PlanList) {
  return scope.read(async (db) => {
    const where = and(owned(scope, recurringPlans), matching(request));
    const page = await keysetPage(request, byName, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          plan: recurringPlans,
          id: recurringPlans.id,
          sortKey: sql<string>`${byName.by}`,
          clientName: clients.name,
          skips: sql<number>`(select count(*) from ${recurringSkips} where ${openSkip(db)})`.mapWith(Number),
          made: sql<string[]>`array(select ${recurringOccurrences.occurrenceOn}::text from ${recurringOccurrences}
            where ${recurringOccurrences.companyId} = ${recurringPlans.companyId} and ${recurringOccurrences.planId} = ${recurringPlans.id})`,
        })
        .from(recurringPlans)
        .innerJoin(clients, ofClient)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const lines = await linesOf(
      scope,
      db,
      page.rows.map(({ id }) => id),
    );
    const rows = page.rows.map(({ made, ...row }) => ({
      ...row,
      totalCents: planTotals(
        row.plan,
        lines.filter(({ planId }) => planId === row.id),
      ).totalCents,
      nextOn: nextOccurrences(row.plan, scope.today, new Set(made), 1)[0] ?? null,
    }));
    const counted = sql`${recurringPlans} join ${clients} on ${ofClient} where ${where}`;
    return { ...page, rows, total: await boundedCount(db, counted) };
  });
}

/** The plan with its lines, what it made, what it could not make, and what comes next. Refuses `not_found`. */
export function getPlan(scope: Scope<"recurring.read">, planId: RecurringPlanId) {
  return scope.read(async (db) => {
    const [found] = await db
      .select({ plan: recurringPlans, client: clients, projectNumber: projects.number, projectName: projects.name })
      .from(recurringPlans)
      .innerJoin(clients, ofClient)
      .leftJoin(projects, ofProject)
      .where(and(owned(scope, recurringPlans), eq(recurringPlans.id, planId)));
    if (!found) throw new Refusal("not_found");
    const lines = await linesOf(scope, db, [planId]);
    const skips = await db
      .select({ occurrenceOn: recurringSkips.occurrenceOn, reason: recurringSkips.reason })
      .from(recurringSkips)
      .innerJoin(
        recurringPlans,
        and(eq(recurringPlans.companyId, recurringSkips.companyId), eq(recurringPlans.id, recurringSkips.planId)),
      )
      .where(and(eq(recurringPlans.id, planId), openSkip(db)))
      .orderBy(asc(recurringSkips.occurrenceOn), asc(recurringSkips.skippedAt));
    const made = await madeDays(scope, db, planId);
    const days = new Set<string>(made.map(({ occurrenceOn }) => occurrenceOn));
    const due = dueOccurrences(found.plan, scope.today, days);
    return { ...found, lines, skips, made, due, next: nextOccurrences(found.plan, scope.today, days, 5) };
  });
}

function linesOf(scope: Scope, db: Reader, planIds: RecurringPlanId[]) {
  return db
    .select()
    .from(recurringPlanLines)
    .where(and(owned(scope, recurringPlanLines), inArray(recurringPlanLines.planId, planIds)))
    .orderBy(asc(recurringPlanLines.planId), asc(recurringPlanLines.position));
}

/** The days that were made, newest first, with the invoice where it still is. */
function madeDays(scope: Scope, db: Reader, planId: RecurringPlanId) {
  return db
    .select({
      occurrenceOn: recurringOccurrences.occurrenceOn,
      invoiceId: invoices.id,
      number: invoices.number,
      totalCents: invoices.totalCents,
    })
    .from(recurringOccurrences)
    .leftJoin(
      invoices,
      and(
        eq(invoices.companyId, recurringOccurrences.companyId),
        eq(invoices.recurringPlanId, recurringOccurrences.planId),
        eq(invoices.occurrenceOn, recurringOccurrences.occurrenceOn),
      ),
    )
    .where(and(owned(scope, recurringOccurrences), eq(recurringOccurrences.planId, planId)))
    .orderBy(desc(recurringOccurrences.occurrenceOn));
}

/** Every active plan with what is due of it today: what the daily job works through. */
export function listDue(scope: Scope<"recurring.read">) {
  return scope.read(async (db) => {
    const plans = await db
      .select()
      .from(recurringPlans)
      .where(and(owned(scope, recurringPlans), eq(recurringPlans.isActive, true)))
      .orderBy(asc(recurringPlans.id));
    const found = [];
    for (const plan of plans) {
      const made = new Set<string>((await madeDays(scope, db, plan.id)).map(({ occurrenceOn }) => occurrenceOn));
      found.push({ ...plan, due: dueOccurrences(plan, scope.today, made) });
    }
    return found.filter(({ due }) => due.length > 0);
  });
}

/** Of a plan in the query around it: it was not made since, and is still one of its days. */
function openSkip(db: Reader): SQL | undefined {
  const made = db
    .select({ one: sql`1` })
    .from(recurringOccurrences)
    .where(
      and(
        eq(recurringOccurrences.companyId, recurringSkips.companyId),
        eq(recurringOccurrences.planId, recurringSkips.planId),
        eq(recurringOccurrences.occurrenceOn, recurringSkips.occurrenceOn),
      ),
    );
  return and(
    eq(recurringSkips.companyId, recurringPlans.companyId),
    eq(recurringSkips.planId, recurringPlans.id),
    or(isNull(recurringPlans.resumesOn), gte(recurringSkips.occurrenceOn, recurringPlans.resumesOn)),
    notExists(made),
  );
}

function matching({ search, filters }: PlanList): SQL | undefined {
  const text = containing(search);
  return and(
    filters.status === "active" ? eq(recurringPlans.isActive, true) : undefined,
    filters.status === "paused" ? eq(recurringPlans.isActive, false) : undefined,
    search ? or(ilike(recurringPlans.name, text), ilike(clients.name, text)) : undefined,
  );
}
