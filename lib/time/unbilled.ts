import { and, eq, isNull, sql } from "drizzle-orm";
import { catalogItems, members, projects, timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { type Cents, cents } from "@/lib/kernel/money";
import { labelColumn } from "@/lib/projects/visible";

/** What an hour costs: the service's price if it has one above zero, else the project's rate, else the member's. */
export const rateColumn = sql`coalesce(nullif(${catalogItems.unitPriceCents}, 0), ${projects.hourlyRateCents}, ${members.hourlyRateCents})`;

/** What minutes of a service come to at today's rates, rounded as a line of their own; null where they have no rate yet. */
export const amountColumn = sql`round(round(${timeEntryServices.minutes}::numeric / 60, 4) * ${rateColumn})`;

export const servicesOfEntry = and(
  eq(timeEntryServices.companyId, timeEntries.companyId),
  eq(timeEntryServices.timeEntryId, timeEntries.id),
);

/** Minutes by service with all that a line of an invoice needs; the caller says which. */
export function timeWithRates(db: Reader) {
  return db
    .select({
      id: timeEntries.id,
      position: timeEntryServices.position,
      workedOn: timeEntries.workedOn,
      memberName: members.displayName,
      clientId: timeEntries.clientId,
      projectId: timeEntries.projectId,
      projectLabel: labelColumn,
      billing: projects.billing,
      itemId: timeEntryServices.itemId,
      itemName: catalogItems.name,
      isTaxable: sql<boolean>`coalesce(${catalogItems.isTaxable}, false)`,
      note: timeEntries.note,
      durationMinutes: timeEntryServices.minutes,
      rateCents: rateColumn.mapWith((text: string): Cents | null => cents(Number(text))),
      revision: timeEntries.revision,
      status: timeEntries.status,
      isBillable: timeEntries.isBillable,
      invoiceLineId: timeEntryServices.invoiceLineId,
    })
    .from(timeEntries)
    .innerJoin(timeEntryServices, servicesOfEntry)
    .innerJoin(members, and(eq(members.companyId, timeEntries.companyId), eq(members.id, timeEntries.memberId)))
    .innerJoin(projects, and(eq(projects.companyId, timeEntries.companyId), eq(projects.id, timeEntries.projectId)))
    .leftJoin(
      catalogItems,
      and(eq(catalogItems.companyId, timeEntryServices.companyId), eq(catalogItems.id, timeEntryServices.itemId)),
    );
}

/** Approved, billable, and on no invoice yet. Asked of entries joined with their services. */
export function isUnbilled(scope: Scope) {
  return and(
    owned(scope, timeEntries),
    eq(timeEntries.status, "approved"),
    eq(timeEntries.isBillable, true),
    isNull(timeEntryServices.invoiceLineId),
  );
}
