import { and, eq } from "drizzle-orm";
import { clients, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { labelColumn } from "@/lib/projects/visible";
import type { LineFilter } from "./line-filter";

/** The names of the client and the project that a filter names; what is not there has none. */
export async function namesOf(
  scope: Scope<"reports.read">,
  { clientId, projectId }: Pick<LineFilter, "clientId" | "projectId">,
): Promise<Map<string, string>> {
  const found = await Promise.all([
    clientId && clientId !== "none"
      ? scope.read((db) =>
          db
            .select({ id: clients.id, name: clients.name })
            .from(clients)
            .where(and(owned(scope, clients), eq(clients.id, clientId))),
        )
      : [],
    projectId && projectId !== "none"
      ? scope.read((db) =>
          db
            .select({ id: projects.id, name: labelColumn })
            .from(projects)
            .where(and(owned(scope, projects), eq(projects.id, projectId))),
        )
      : [],
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
