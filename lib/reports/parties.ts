import { asc } from "drizzle-orm";
import { clients, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { labelColumn } from "@/lib/projects/visible";

/** So many names a list of choices holds at most. */
const most = 300;

/** Clients and projects to narrow a report to, by name. Two queries, however many there are. */
export async function listParties(scope: Scope<"reports.read">) {
  const [clientChoices, projectChoices] = await Promise.all([
    scope.read((db) =>
      db
        .select({ id: clients.id, name: clients.name })
        .from(clients)
        .where(owned(scope, clients))
        .orderBy(asc(clients.name))
        .limit(most),
    ),
    scope.read((db) =>
      db
        .select({ id: projects.id, name: labelColumn })
        .from(projects)
        .where(owned(scope, projects))
        .orderBy(asc(projects.number))
        .limit(most),
    ),
  ]);
  return { clients: clientChoices, projects: projectChoices };
}
