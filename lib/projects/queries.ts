import { and, asc, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { clients, members, projectMembers, projects } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { isId, type ProjectId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { projectBillings, projectLabel } from "./project";
import { labelColumn, visibleProjects } from "./visible";

export const projectSorts = ["number", "name", "due"] as const;
export const projectFilters = ["status", "client", "billing"] as const;

type ProjectList = ListRequest<(typeof projectSorts)[number], (typeof projectFilters)[number]>;

/** Without a due day comes after every due day. */
const orders: Record<ProjectList["sort"], Order> = {
  number: { by: projects.number, id: projects.id, type: "text" },
  name: { by: sql`lower(${projects.name})`, id: projects.id, type: "text" },
  due: { by: sql`coalesce(${projects.dueOn}, 'infinity'::date)`, id: projects.id, type: "date" },
};

const ofClient = and(eq(clients.companyId, projects.companyId), eq(clients.id, projects.clientId));

export function listProjects(scope: Scope<"projects.read">, request: ProjectList) {
  const order = orders[request.sort];
  return scope.read(async (db) => {
    const where = and(visibleProjects(scope, db), matching(request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: projects.id,
          sortKey: sql<string>`(${order.by})::text`,
          number: projects.number,
          name: projects.name,
          clientId: projects.clientId,
          clientName: clients.name,
          billing: projects.billing,
          hourlyRateCents: projects.hourlyRateCents,
          flatFeeCents: projects.flatFeeCents,
          budgetMinutes: projects.budgetMinutes,
          dueOn: projects.dueOn,
          status: projects.status,
        })
        .from(projects)
        .innerJoin(clients, ofClient)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    const counted = sql`${projects} inner join ${clients} on ${ofClient} where ${where}`;
    return { ...page, total: await boundedCount(db, counted) };
  });
}

/** Refuses `not_found`, also for a project that this member may not see. */
export async function getProject(scope: Scope<"projects.read">, projectId: ProjectId) {
  const project = await scope.read(async (db) => {
    const [row] = await db
      .select({ project: projects, clientName: clients.name, clientIsActive: clients.isActive })
      .from(projects)
      .innerJoin(clients, ofClient)
      .where(and(visibleProjects(scope, db), eq(projects.id, projectId)));
    if (!row) return null;
    const assigned = await db
      .select({ id: members.id, name: members.displayName, isActive: members.isActive })
      .from(projectMembers)
      .innerJoin(members, and(eq(members.companyId, projectMembers.companyId), eq(members.id, projectMembers.memberId)))
      .where(and(owned(scope, projectMembers), eq(projectMembers.projectId, projectId)))
      .orderBy(asc(members.displayName));
    const { clientName, clientIsActive } = row;
    return { ...row.project, label: projectLabel(row.project), clientName, clientIsActive, members: assigned };
  });
  if (!project) throw new Refusal("not_found");
  return project;
}

/** For pickers: open projects of active clients, the newest first, so that a cut takes the oldest; staff get theirs. */
export function listProjectChoices(scope: Scope<"projects.read">, search = "", limit = 500) {
  const text = containing(search);
  return scope.read((db) =>
    db
      .select({ id: projects.id, label: labelColumn, clientId: projects.clientId, clientName: clients.name })
      .from(projects)
      .innerJoin(clients, ofClient)
      .where(
        and(
          visibleProjects(scope, db),
          eq(projects.status, "active"),
          eq(clients.isActive, true),
          search ? or(ilike(labelColumn, text), ilike(clients.name, text)) : undefined,
        ),
      )
      .orderBy(desc(projects.number))
      .limit(limit),
  );
}

function matching({ search, filters }: ProjectList): SQL | undefined {
  const { status, client } = filters;
  const billing = projectBillings.find((known) => known === filters.billing);
  const text = containing(search);
  return and(
    status === "closed" ? eq(projects.status, "closed") : undefined,
    status !== "closed" && status !== "all" ? eq(projects.status, "active") : undefined,
    isId("client", client) ? eq(projects.clientId, client) : undefined,
    billing ? eq(projects.billing, billing) : undefined,
    search ? or(ilike(labelColumn, text), ilike(clients.name, text)) : undefined,
  );
}
