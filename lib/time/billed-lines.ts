import { and, asc, count, eq, inArray, sum } from "drizzle-orm";
import { invoiceLines, members, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { InvoiceId, InvoiceLineId } from "@/lib/kernel/ids";

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

/** The time behind an invoice's lines, oldest first; staff get their own only. */
export function listTimeOfInvoice(scope: Scope<"time.read">, invoiceId: InvoiceId) {
  return scope.read((db) =>
    db
      .select({
        id: timeEntries.id,
        workedOn: timeEntries.workedOn,
        memberName: members.displayName,
        durationMinutes: timeEntries.durationMinutes,
      })
      .from(timeEntries)
      .innerJoin(
        invoiceLines,
        and(eq(invoiceLines.companyId, timeEntries.companyId), eq(invoiceLines.id, timeEntries.invoiceLineId)),
      )
      .innerJoin(members, and(eq(members.companyId, timeEntries.companyId), eq(members.id, timeEntries.memberId)))
      .where(
        and(
          owned(scope, timeEntries),
          eq(invoiceLines.invoiceId, invoiceId),
          scope.member.role === "staff" ? eq(timeEntries.memberId, scope.member.id) : undefined,
        ),
      )
      .orderBy(asc(timeEntries.workedOn), asc(timeEntries.id)),
  );
}
