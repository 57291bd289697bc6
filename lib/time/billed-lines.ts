import { and, asc, countDistinct, eq, inArray, sum } from "drizzle-orm";
import { invoiceLines, members, timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { InvoiceId, InvoiceLineId } from "@/lib/kernel/ids";
import { servicesOfEntry } from "./unbilled";

/** Which of these invoice lines carry time: line → entries and minutes. */
export async function timeOnLines(scope: Scope, lineIds: InvoiceLineId[]) {
  if (lineIds.length === 0) return new Map<string, { entries: number; minutes: number }>();
  const rows = await scope.read((db) =>
    db
      .select({
        lineId: timeEntryServices.invoiceLineId,
        entries: countDistinct(timeEntryServices.timeEntryId),
        minutes: sum(timeEntryServices.minutes).mapWith(Number),
      })
      .from(timeEntryServices)
      .where(and(owned(scope, timeEntryServices), inArray(timeEntryServices.invoiceLineId, lineIds)))
      .groupBy(timeEntryServices.invoiceLineId),
  );
  return new Map(rows.map(({ lineId, entries, minutes }) => [String(lineId), { entries, minutes }]));
}

/** The time behind an invoice's lines, oldest first, as far as it bills it; staff get their own only. */
export function listTimeOfInvoice(scope: Scope<"time.read">, invoiceId: InvoiceId) {
  return scope.read((db) =>
    db
      .select({
        id: timeEntries.id,
        workedOn: timeEntries.workedOn,
        memberName: members.displayName,
        durationMinutes: sum(timeEntryServices.minutes).mapWith(Number),
      })
      .from(timeEntries)
      .innerJoin(timeEntryServices, servicesOfEntry)
      .innerJoin(
        invoiceLines,
        and(eq(invoiceLines.companyId, timeEntries.companyId), eq(invoiceLines.id, timeEntryServices.invoiceLineId)),
      )
      .innerJoin(members, and(eq(members.companyId, timeEntries.companyId), eq(members.id, timeEntries.memberId)))
      .where(
        and(
          owned(scope, timeEntries),
          eq(invoiceLines.invoiceId, invoiceId),
          scope.member.role === "staff" ? eq(timeEntries.memberId, scope.member.id) : undefined,
        ),
      )
      .groupBy(timeEntries.id, timeEntries.workedOn, members.displayName)
      .orderBy(asc(timeEntries.workedOn), asc(timeEntries.id)),
  );
}
