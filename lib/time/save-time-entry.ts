import { and, eq, ne, sql, sum } from "drizzle-orm";
import { timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import type { PlainDate } from "@/lib/kernel/dates";
import {
  type CatalogItemId,
  type ClientId,
  type MemberId,
  newId,
  type ProjectId,
  type TimeEntryId,
} from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { entryWords, minutesOfDay } from "./time-entry";

export type WorkedTime = {
  memberId: MemberId;
  projectId: ProjectId;
  clientId: ClientId;
  itemId: CatalogItemId | null;
  workedOn: PlainDate;
  durationMinutes: number;
  isBillable: boolean;
  note: string;
};

/**
 * A draft, from the timer or typed. Refuses `day_too_long`; the database refuses a day in a closed period. Facts about
 * time stay off the project's timeline: staff read that, and see nobody's time but their own.
 */
export async function insertTimeEntry(work: Work<"time.write"> | Work<"timer.use">, time: WorkedTime) {
  await requireRoomInDay(work, time, null);
  const id = newId("timeEntry");
  await work.db.insert(timeEntries).values({ companyId: work.company.id, id, ...time });
  record(work, "time_entry.created", id, {
    summary: `Time of ${entryWords(time)} was entered`,
    facts: { ...time },
  });
  return { timeEntryId: id };
}

/**
 * A day of one member holds 24 hours. Writers of the same day wait for each other here until the commit, so the sum
 * that each one reads is whole: a sum alone would let two at once exceed it.
 */
export async function requireRoomInDay(
  work: Work,
  { memberId, workedOn, durationMinutes }: Pick<WorkedTime, "memberId" | "workedOn" | "durationMinutes">,
  without: TimeEntryId | null,
): Promise<void> {
  const key = `time_entries:${work.company.id}:${memberId}:${workedOn}`;
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const [day] = await work.db
    .select({ minutes: sum(timeEntries.durationMinutes).mapWith(Number) })
    .from(timeEntries)
    .where(
      and(
        owned(work, timeEntries),
        eq(timeEntries.memberId, memberId),
        eq(timeEntries.workedOn, workedOn),
        without ? ne(timeEntries.id, without) : undefined,
      ),
    );
  const minutes = (day?.minutes ?? 0) + durationMinutes;
  if (minutes > minutesOfDay) throw refuseField("durationMinutes", "day_too_long", { minutes });
}
