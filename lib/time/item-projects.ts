import { and, desc, eq, gte, max, sum } from "drizzle-orm";
import { clients, projects, timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { CatalogItemId } from "@/lib/kernel/ids";
import { labelColumn } from "@/lib/projects/visible";
import { servicesOfEntry } from "./unbilled";
import { dayNear } from "./week";

/** On which projects a service was worked in the last 90 days, the latest first: what a change of it touches. */
export function listProjectsOfItem(scope: Scope<"time.approve">, itemId: CatalogItemId, limit = 10) {
  return scope.read((db) =>
    db
      .select({
        projectId: timeEntries.projectId,
        projectLabel: labelColumn,
        clientName: clients.name,
        lastOn: max(timeEntries.workedOn),
        minutes: sum(timeEntryServices.minutes).mapWith(Number),
      })
      .from(timeEntries)
      .innerJoin(timeEntryServices, servicesOfEntry)
      .innerJoin(projects, and(eq(projects.companyId, timeEntries.companyId), eq(projects.id, timeEntries.projectId)))
      .innerJoin(clients, and(eq(clients.companyId, timeEntries.companyId), eq(clients.id, timeEntries.clientId)))
      .where(
        and(
          owned(scope, timeEntries),
          eq(timeEntryServices.itemId, itemId),
          gte(timeEntries.workedOn, dayNear(scope.today, -90)),
        ),
      )
      .groupBy(timeEntries.projectId, projects.number, projects.name, clients.name)
      .orderBy(desc(max(timeEntries.workedOn)), desc(timeEntries.projectId))
      .limit(limit),
  );
}
