import { and, count, eq, inArray, sum } from "drizzle-orm";
import { timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { InvoiceLineId } from "@/lib/kernel/ids";

/** Which of these invoice lines carry time: line → entries and minutes. */
export async function timeOnLines(scope: Scope, lineIds: InvoiceLineId[]) {
  if (lineIds.length === 0) return new Map<string, { entries: number; minutes: number }>();
  const rows = await scope.read((db) =>
    db
      .select({
        lineId: timeEntries.invoiceLineId,
        entries: count(),
        minutes: sum(timeEntries.durationMinutes).mapWith(Number),
      })
      .from(timeEntries)
      .where(
        and(owned(scope, timeEntries), inArray(timeEntries.invoiceLineId, lineIds), eq(timeEntries.status, "billed")),
      )
      .groupBy(timeEntries.invoiceLineId),
  );
  return new Map(rows.map(({ lineId, entries, minutes }) => [String(lineId), { entries, minutes }]));
}
