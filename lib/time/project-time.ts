import { and, countDistinct, eq, sql } from "drizzle-orm";
import { timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { ProjectId } from "@/lib/kernel/ids";
import { isUnbilled, servicesOfEntry } from "./unbilled";

/** Minutes of a project, everybody's: how much of the budget is used is no secret to those who work on it. */
export async function sumProjectTime(scope: Scope<"projects.read">, projectId: ProjectId) {
  const [all] = await scope.read((db) =>
    db
      .select({
        entries: countDistinct(timeEntries.id),
        minutes: minutesWhere(sql`true`),
        billableMinutes: minutesWhere(sql`${timeEntries.isBillable}`),
        billedMinutes: minutesWhere(sql`${timeEntryServices.invoiceLineId} is not null`),
        unbilledMinutes: minutesWhere(sql`${isUnbilled(scope)}`),
      })
      .from(timeEntries)
      .innerJoin(timeEntryServices, servicesOfEntry)
      .where(and(owned(scope, timeEntries), eq(timeEntries.projectId, projectId))),
  );
  return all ?? { entries: 0, minutes: 0, billableMinutes: 0, billedMinutes: 0, unbilledMinutes: 0 };
}

function minutesWhere(condition: ReturnType<typeof sql>) {
  return sql`coalesce(sum(${timeEntryServices.minutes}) filter (where ${condition}), 0)`.mapWith(Number);
}
