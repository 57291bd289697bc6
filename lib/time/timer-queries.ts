import { and, desc, eq, gte, isNull, max, or } from "drizzle-orm";
import { catalogItems, clients, projects, timeEntries, timeEntryServices, timers } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { labelColumn, visibleProjects } from "@/lib/projects/visible";
import { servicesOfEntry } from "./unbilled";
import { dayNear } from "./week";

/** One's own timer, running or paused, or null. */
export async function findTimer(scope: Scope<"timer.use">) {
  const [timer] = await scope.read((db) =>
    db
      .select({
        projectId: timers.projectId,
        projectLabel: labelColumn,
        itemName: catalogItems.name,
        note: timers.note,
        startedAt: timers.startedAt,
        resumedAt: timers.resumedAt,
        accumulatedSeconds: timers.accumulatedSeconds,
      })
      .from(timers)
      .innerJoin(projects, and(eq(projects.companyId, timers.companyId), eq(projects.id, timers.projectId)))
      .leftJoin(catalogItems, and(eq(catalogItems.companyId, timers.companyId), eq(catalogItems.id, timers.itemId)))
      .where(and(owned(scope, timers), eq(timers.memberId, scope.member.id))),
  );
  return timer ?? null;
}

/** The pairs of project and service that this member worked on lately and still can: to start again with one press. */
export function listRecentWork(scope: Scope<"timer.use">, limit = 5) {
  return scope.read((db) =>
    db
      .select({
        projectId: timeEntries.projectId,
        projectLabel: labelColumn,
        clientName: clients.name,
        itemId: timeEntryServices.itemId,
        itemName: catalogItems.name,
      })
      .from(timeEntries)
      .innerJoin(timeEntryServices, servicesOfEntry)
      .innerJoin(projects, and(eq(projects.companyId, timeEntries.companyId), eq(projects.id, timeEntries.projectId)))
      .innerJoin(clients, and(eq(clients.companyId, projects.companyId), eq(clients.id, projects.clientId)))
      .leftJoin(
        catalogItems,
        and(eq(catalogItems.companyId, timeEntries.companyId), eq(catalogItems.id, timeEntryServices.itemId)),
      )
      .where(
        and(
          owned(scope, timeEntries),
          eq(timeEntries.memberId, scope.member.id),
          gte(timeEntries.workedOn, dayNear(scope.today, -90)),
          or(isNull(timeEntryServices.itemId), eq(catalogItems.isActive, true)),
          visibleProjects(scope, db),
          eq(projects.status, "active"),
          eq(clients.isActive, true),
        ),
      )
      .groupBy(
        timeEntries.projectId,
        projects.number,
        projects.name,
        clients.name,
        timeEntryServices.itemId,
        catalogItems.name,
      )
      .orderBy(desc(max(timeEntries.workedOn)), desc(max(timeEntries.id)))
      .limit(limit),
  );
}
