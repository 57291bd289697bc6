import { and, sql } from "drizzle-orm";
import { timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { EventType } from "@/lib/events/types";
import type { TimeEntryRow } from "./lock-time";
import { entryWords } from "./time-entry";

type Step = Partial<Pick<TimeEntryRow, "status" | "approvedBy" | "approvedAt" | "returnedReason">>;
type StepEvent = EventType & `time_entry.${"submitted" | "approved" | "returned"}`;

/** Locked entries one step on, in one statement; the fact is recorded for each, since each has its own history. */
export async function moveTime(work: Work, rows: TimeEntryRow[], type: StepEvent, step: Step): Promise<void> {
  const ids = sql.param(rows.map((row) => row.id));
  await work.db
    .update(timeEntries)
    .set({ ...step, revision: sql`${timeEntries.revision} + 1` })
    .where(and(owned(work, timeEntries), sql`${timeEntries.id} = any(${ids}::text[])`));
  const verb = type.slice("time_entry.".length);
  const reason = step.returnedReason ? `: ${step.returnedReason}` : "";
  for (const row of rows) {
    record(work, type, row.id, { summary: `Time of ${entryWords(row)} was ${verb}${reason}` });
  }
}
