import { and, asc, between, count, desc, eq, gte, ilike, lte, or, type SQL, sql, sum } from "drizzle-orm";
import { catalogItems, clients, members, projects, timeEntries, timeEntryServices } from "@/db/schema";
import { containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { type ClientId, isId, type ProjectId, type TimeEntryId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { labelColumn } from "@/lib/projects/visible";
import { servicesColumn, withServices } from "./services-column";
import { timeEntryStatuses } from "./time-entry";
import { amountColumn, isUnbilled, rateColumn, servicesOfEntry, timeWithRates } from "./unbilled";
import type { DayRange } from "./week";

export const timeSorts = ["day"] as const;
export const timeFilters = ["from", "to", "member", "project", "client", "status"] as const;

export type TimeList = ListRequest<(typeof timeSorts)[number], (typeof timeFilters)[number]>;

const byDay: Order = { by: timeEntries.workedOn, id: timeEntries.id, type: "date" };

/** Staff get their own time only. `minutes` and `billableMinutes` are of all that match, not of the page. */
export function listTimeEntries(scope: Scope<"time.read">, request: TimeList) {
  return scope.read(async (db) => {
    const where = and(visible(scope), matching(request));
    const page = await keysetPage(request, byDay, where, ({ where: slice, orderBy, limit }) =>
      entries(db)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const [all] = await db
      .select({
        total: count(),
        minutes: sum(timeEntries.durationMinutes).mapWith(Number),
        billableMinutes: billableSum,
      })
      .from(timeEntries)
      .where(where);
    const { total = 0, minutes, billableMinutes } = all ?? {};
    return {
      ...page,
      rows: page.rows.map(withServices),
      total,
      minutes: minutes ?? 0,
      billableMinutes: billableMinutes ?? 0,
    };
  });
}

/** The same filter, summed by day: for the week at a glance. */
export function sumTimeByDay(scope: Scope<"time.read">, request: TimeList) {
  return scope.read((db) =>
    db
      .select({ day: timeEntries.workedOn, minutes: sum(timeEntries.durationMinutes).mapWith(Number) })
      .from(timeEntries)
      .where(and(visible(scope), matching(request)))
      .groupBy(timeEntries.workedOn)
      .orderBy(asc(timeEntries.workedOn)),
  );
}

/** One's own drafts of these days: what a submission of the week would take. */
export async function countOwnDrafts(scope: Scope<"time.read">, { from, to }: DayRange) {
  const [drafts] = await scope.read((db) =>
    db
      .select({ entries: count() })
      .from(timeEntries)
      .where(
        and(
          owned(scope, timeEntries),
          eq(timeEntries.memberId, scope.member.id),
          eq(timeEntries.status, "draft"),
          between(timeEntries.workedOn, from, to),
        ),
      ),
  );
  return drafts?.entries ?? 0;
}

/** Refuses `not_found`, also for somebody else's time when staff ask. */
export async function getTimeEntry(scope: Scope<"time.read">, timeEntryId: TimeEntryId) {
  const [entry] = await scope.read((db) => entries(db).where(and(visible(scope), eq(timeEntries.id, timeEntryId))));
  if (!entry) throw new Refusal("not_found");
  return withServices(entry);
}

/** Approved billable time that no invoice has taken, oldest first: what can be invoiced for this client today. */
export function listUnbilledTime(
  scope: Scope<"invoices.write">,
  { clientId, projectId }: { clientId: ClientId; projectId?: ProjectId | null },
) {
  return scope.read((db) =>
    timeWithRates(db)
      .where(
        and(
          isUnbilled(scope),
          eq(timeEntries.clientId, clientId),
          projectId ? eq(timeEntries.projectId, projectId) : undefined,
        ),
      )
      .orderBy(asc(timeEntries.workedOn), asc(timeEntries.id), asc(timeEntryServices.position)),
  );
}

/**
 * The clients who have something to be invoiced, the most time first. They sum to the dashboard's unbilled time: each
 * entry's minutes of a service at today's rates, rounded as a line of their own; what has no rate yet counts in minutes and is said.
 */
export function listUnbilledClients(scope: Scope<"invoices.write">) {
  const minutes = sum(timeEntryServices.minutes).mapWith(Number);
  const amount = sql`coalesce(sum(${amountColumn}), 0)`.mapWith((text: string): Cents => cents(Number(text)));
  const entriesWithoutRate = sql`count(*) filter (where ${rateColumn} is null)`.mapWith(Number);
  return scope.read((db) =>
    db
      .select({ clientId: timeEntries.clientId, name: clients.name, minutes, cents: amount, entriesWithoutRate })
      .from(timeEntries)
      .innerJoin(timeEntryServices, servicesOfEntry)
      .innerJoin(clients, and(eq(clients.companyId, timeEntries.companyId), eq(clients.id, timeEntries.clientId)))
      .innerJoin(members, ofMember)
      .innerJoin(projects, ofProject)
      .leftJoin(catalogItems, ofItem)
      .where(isUnbilled(scope))
      .groupBy(timeEntries.clientId, clients.name)
      .orderBy(desc(minutes), asc(clients.name)),
  );
}

const ofMember = and(eq(members.companyId, timeEntries.companyId), eq(members.id, timeEntries.memberId));
const ofItem = and(eq(catalogItems.companyId, timeEntries.companyId), eq(catalogItems.id, timeEntryServices.itemId));
const ofProject = and(eq(projects.companyId, timeEntries.companyId), eq(projects.id, timeEntries.projectId));

const billableSum = sql`sum(${timeEntries.durationMinutes}) filter (where ${timeEntries.isBillable})`.mapWith(
  (text: string): number | null => Number(text),
);

function entries(db: Reader) {
  return db
    .select({
      id: timeEntries.id,
      sortKey: timeEntries.workedOn,
      workedOn: timeEntries.workedOn,
      memberId: timeEntries.memberId,
      memberName: members.displayName,
      clientName: clients.name,
      projectId: timeEntries.projectId,
      projectLabel: labelColumn,
      services: servicesColumn,
      note: timeEntries.note,
      durationMinutes: timeEntries.durationMinutes,
      workedMinutes: timeEntries.workedMinutes,
      isBillable: timeEntries.isBillable,
      status: timeEntries.status,
      approvedAt: timeEntries.approvedAt,
      returnedReason: timeEntries.returnedReason,
      revision: timeEntries.revision,
    })
    .from(timeEntries)
    .innerJoin(members, ofMember)
    .innerJoin(projects, ofProject)
    .innerJoin(clients, and(eq(clients.companyId, timeEntries.companyId), eq(clients.id, timeEntries.clientId)));
}

function visible(scope: Scope): SQL | undefined {
  const own = scope.member.role === "staff" ? eq(timeEntries.memberId, scope.member.id) : undefined;
  return and(owned(scope, timeEntries), own);
}

/** What is no id, no day and no status is ignored, as everything unknown in an address is. */
function matching({ search, filters }: TimeList): SQL | undefined {
  const { from, to, member, project, client } = filters;
  const status = timeEntryStatuses.find((known) => known === filters.status);
  const text = containing(search);
  return and(
    from && isPlainDate(from) ? gte(timeEntries.workedOn, from) : undefined,
    to && isPlainDate(to) ? lte(timeEntries.workedOn, to) : undefined,
    isId("member", member) ? eq(timeEntries.memberId, member) : undefined,
    isId("project", project) ? eq(timeEntries.projectId, project) : undefined,
    isId("client", client) ? eq(timeEntries.clientId, client) : undefined,
    status ? eq(timeEntries.status, status) : undefined,
    filters.status === "unbilled"
      ? and(eq(timeEntries.status, "approved"), eq(timeEntries.isBillable, true))
      : undefined,
    search ? or(ilike(timeEntries.note, text), isOnProject(text)) : undefined,
  );
}

/** A join would slow the sums of everybody who does not search. */
function isOnProject(text: string): SQL {
  return sql`exists (select 1 from ${projects} where ${ofProject} and ${ilike(labelColumn, text)})`;
}
