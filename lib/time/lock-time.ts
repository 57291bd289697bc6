import { and, asc, eq, sql } from "drizzle-orm";
import { timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { TimeEntryId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import type { ServiceMinutes } from "./split";
import type { TimeEntryStatus } from "./time-entry";

export type TimeEntryRow = typeof timeEntries.$inferSelect;

/**
 * The entries, held until the commit in the order of their ids. Refuses `not_found` if one is missing or, for staff,
 * somebody else's.
 */
export async function lockTimeEntries(work: Work, ids: TimeEntryId[]): Promise<TimeEntryRow[]> {
  const wanted = [...new Set(ids)];
  const rows = await work.db
    .select()
    .from(timeEntries)
    .where(
      and(
        owned(work, timeEntries),
        sql`${timeEntries.id} = any(${sql.param(wanted)}::text[])`,
        work.member.role === "staff" ? eq(timeEntries.memberId, work.member.id) : undefined,
      ),
    )
    .orderBy(asc(timeEntries.id))
    .for("update");
  if (rows.length < wanted.length) throw new Refusal("not_found");
  return rows;
}

export async function lockTimeEntry(work: Work, id: TimeEntryId): Promise<TimeEntryRow> {
  const [row] = await lockTimeEntries(work, [id]);
  if (!row) throw new Refusal("not_found");
  return row;
}

/** All of them stand at one of these, or none goes a step on. */
export function requireStatus(rows: TimeEntryRow[], from: readonly TimeEntryStatus[], verb: string): void {
  const wrong = rows.find((row) => !from.includes(row.status));
  if (wrong) throw new Refusal("time_wrong_status", { status: wrong.status, verb });
}

/** The minutes by service of each of these entries, in the order of the ids. */
export async function readServices(work: Work, ids: TimeEntryId[]): Promise<ServiceMinutes[][]> {
  const { timeEntryId, itemId, minutes, position } = timeEntryServices;
  const rows = await work.db
    .select({ timeEntryId, itemId, minutes })
    .from(timeEntryServices)
    .where(and(owned(work, timeEntryServices), sql`${timeEntryId} = any(${sql.param(ids)}::text[])`))
    .orderBy(asc(position));
  return ids.map((id) => rows.filter((row) => row.timeEntryId === id).map(({ timeEntryId: _, ...part }) => part));
}
