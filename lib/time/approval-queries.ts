import { and, asc, count, eq, sum } from "drizzle-orm";
import { catalogItems, clients, members, projects, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { labelColumn } from "@/lib/projects/visible";

/** As many as one page draws at once. */
const mostSubmitted = 500;

/** What waits for approval, grouped by member when read in order, oldest first; the first ones when there are more. */
export function listSubmittedTime(scope: Scope<"time.approve">, limit = mostSubmitted) {
  return scope.read((db) =>
    db
      .select({
        id: timeEntries.id,
        memberId: timeEntries.memberId,
        memberName: members.displayName,
        workedOn: timeEntries.workedOn,
        clientName: clients.name,
        projectLabel: labelColumn,
        itemName: catalogItems.name,
        note: timeEntries.note,
        durationMinutes: timeEntries.durationMinutes,
        isBillable: timeEntries.isBillable,
      })
      .from(timeEntries)
      .innerJoin(members, and(eq(members.companyId, timeEntries.companyId), eq(members.id, timeEntries.memberId)))
      .innerJoin(projects, and(eq(projects.companyId, timeEntries.companyId), eq(projects.id, timeEntries.projectId)))
      .innerJoin(clients, and(eq(clients.companyId, timeEntries.companyId), eq(clients.id, timeEntries.clientId)))
      .leftJoin(
        catalogItems,
        and(eq(catalogItems.companyId, timeEntries.companyId), eq(catalogItems.id, timeEntries.itemId)),
      )
      .where(and(owned(scope, timeEntries), eq(timeEntries.status, "submitted")))
      .orderBy(asc(members.displayName), asc(timeEntries.memberId), asc(timeEntries.workedOn), asc(timeEntries.id))
      .limit(limit),
  );
}

/** How much waits for approval: for the dashboard and the link to the page. */
export async function countSubmittedTime(scope: Scope<"time.approve">) {
  const [all] = await scope.read((db) =>
    db
      .select({ entries: count(), minutes: sum(timeEntries.durationMinutes).mapWith(Number) })
      .from(timeEntries)
      .where(and(owned(scope, timeEntries), eq(timeEntries.status, "submitted"))),
  );
  return { entries: all?.entries ?? 0, minutes: all?.minutes ?? 0 };
}
