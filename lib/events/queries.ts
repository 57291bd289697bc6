import { and, desc, eq, gte, ilike, inArray, lt, notLike, or, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema";
import { boundedCount, containing, keysetPage } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId, ProjectId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";

export const eventSorts = ["time"] as const;
export const eventFilters = ["type", "actor", "from", "to"] as const;

type EventList = ListRequest<(typeof eventSorts)[number], (typeof eventFilters)[number]>;

const columns = {
  id: events.id,
  happenedAt: events.happenedAt,
  actor: events.actor,
  type: events.type,
  subjectId: events.subjectId,
  summary: events.summary,
  facts: events.facts,
};

/**
 * The newest facts about one client, project or invoice, or about other things by their ids; the page that shows it has
 * asked for the right to see it. Payments and what else settles an invoice are left out
 * for whom they are none of their business, and so are expenses, but on an expense's own page.
 */
export async function listTimeline(
  scope: Scope,
  about:
    | { clientId: ClientId }
    | { projectId: ProjectId }
    | { invoiceId: InvoiceId }
    | { subjectId: string }
    | { subjectIds: string[] },
  limit = 50,
) {
  const isOwnHistory = "subjectId" in about || "subjectIds" in about;
  const place =
    "clientId" in about
      ? eq(events.clientId, about.clientId)
      : "projectId" in about
        ? eq(events.projectId, about.projectId)
        : "invoiceId" in about
          ? eq(events.invoiceId, about.invoiceId)
          : inArray(events.subjectId, "subjectIds" in about ? about.subjectIds : [about.subjectId]);
  const hidden = [
    ...(scope.can("payments.read") ? [] : ["payment", "credit", "credit_note", "deposit"]),
    ...(isOwnHistory || scope.can("expenses.approve") ? [] : ["expense"]),
  ];
  const facts = await scope.read((db) =>
    db
      .select(columns)
      .from(events)
      .where(and(owned(scope, events), place, ...hidden.map((group) => notLike(events.type, `${group}.%`))))
      .orderBy(desc(events.id))
      .limit(limit),
  );
  return isOwnHistory ? once(facts) : facts;
}

type Fact = { type: string; subjectId: string; summary: string; happenedAt: Date };

/** What is told on the history of several invoices is told once on the subject's own. */
function once<F extends Fact>(facts: F[]): F[] {
  const key = ({ type, subjectId, summary, happenedAt }: Fact) => [type, subjectId, summary, +happenedAt].join();
  return facts.filter((fact, i) => i === 0 || key(fact) !== key(facts[i - 1] as F));
}

/** The company's whole audit trail. `from` and `to` are days in the company's time zone. */
export function listEvents(scope: Scope<"audit.read">, request: EventList) {
  return scope.read(async (db) => {
    const where = and(owned(scope, events), matching(scope, request));
    const order = { by: events.id, id: events.id, type: "text" } as const;
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({ ...columns, sortKey: events.id })
        .from(events)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${events} where ${where}`) };
  });
}

function matching(scope: Scope, { search, filters }: EventList): SQL | undefined {
  const startOf = (day: string, plus: number) =>
    sql`((${day}::date + ${plus}::int)::timestamp at time zone ${scope.company.timeZone})`;
  return and(
    search ? or(ilike(events.summary, containing(search)), ilike(events.actor, containing(search))) : undefined,
    filters.type ? ilike(events.type, `${containing(filters.type).slice(1)}`) : undefined,
    filters.actor ? eq(events.actor, filters.actor) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(events.happenedAt, startOf(filters.from, 0)) : undefined,
    filters.to && isPlainDate(filters.to) ? lt(events.happenedAt, startOf(filters.to, 1)) : undefined,
  );
}
