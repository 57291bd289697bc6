import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import { projectMembers, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";

/** Staff see the projects that they are assigned to; managers and above see all. For a `where` over `projects`. */
export function visibleProjects(scope: Scope, db: Reader): SQL | undefined {
  if (scope.member.role !== "staff") return owned(scope, projects);
  const assigned = db
    .select({ one: sql`1` })
    .from(projectMembers)
    .where(
      and(
        owned(scope, projectMembers),
        eq(projectMembers.projectId, projects.id),
        eq(projectMembers.memberId, scope.member.id),
      ),
    );
  return and(owned(scope, projects), exists(assigned));
}

/** `number · name` in SQL, as `projectLabel` says it. */
export const labelColumn = sql<string>`${projects.number} || ' · ' || ${projects.name}`;
