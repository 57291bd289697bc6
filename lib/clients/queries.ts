import { and, asc, eq, exists, ilike, or, type SQL, sql } from "drizzle-orm";
import { clients, projectMembers, projects } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import type { ClientId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";

export const clientSorts = ["name", "created"] as const;
export const clientFilters = ["status"] as const;

type ClientList = ListRequest<(typeof clientSorts)[number], (typeof clientFilters)[number]>;

const orders: Record<ClientList["sort"], Order> = {
  name: { by: sql`lower(${clients.name})`, id: clients.id, type: "text" },
  created: { by: clients.id, id: clients.id, type: "text" },
};

export function listClients(scope: Scope<"clients.read">, request: ClientList) {
  const order = orders[request.sort];
  return scope.read(async (db) => {
    const where = and(visible(scope, db), matching(request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: clients.id,
          sortKey: sql<string>`${order.by}`,
          name: clients.name,
          contactName: clients.contactName,
          email: clients.email,
          phone: clients.phone,
          isActive: clients.isActive,
        })
        .from(clients)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${clients} where ${where}`) };
  });
}

/** Refuses `not_found`, also for a client that this member may not see. */
export async function getClient(scope: Scope<"clients.read">, clientId: ClientId) {
  const [client] = await scope.read((db) =>
    db
      .select()
      .from(clients)
      .where(and(visible(scope, db), eq(clients.id, clientId))),
  );
  if (!client) throw new Refusal("not_found");
  return client;
}

/** For pickers: active clients by name. */
export function listClientChoices(scope: Scope<"clients.read">, search = "") {
  return scope.read((db) =>
    db
      .select({ id: clients.id, name: clients.name })
      .from(clients)
      .where(
        and(
          visible(scope, db),
          eq(clients.isActive, true),
          search ? ilike(clients.name, containing(search)) : undefined,
        ),
      )
      .orderBy(asc(sql`lower(${clients.name})`))
      .limit(500),
  );
}

/** Staff see the clients of the projects that they are assigned to. */
function visible(scope: Scope, db: Reader): SQL | undefined {
  if (scope.member.role !== "staff") return owned(scope, clients);
  const assigned = db
    .select({ one: sql`1` })
    .from(projects)
    .innerJoin(
      projectMembers,
      and(eq(projectMembers.companyId, projects.companyId), eq(projectMembers.projectId, projects.id)),
    )
    .where(
      and(owned(scope, projects), eq(projects.clientId, clients.id), eq(projectMembers.memberId, scope.member.id)),
    );
  return and(owned(scope, clients), exists(assigned));
}

function matching({ search, filters }: ClientList): SQL | undefined {
  const text = containing(search);
  return and(
    filters.status === "archived" ? eq(clients.isActive, false) : undefined,
    filters.status !== "archived" && filters.status !== "all" ? eq(clients.isActive, true) : undefined,
    search
      ? or(
          ilike(clients.name, text),
          ilike(clients.contactName, text),
          ilike(clients.email, text),
          ilike(clients.phone, text),
        )
      : undefined,
  );
}
