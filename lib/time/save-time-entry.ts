import { and, eq, ne, sql, sum } from "drizzle-orm";
import { timeEntries, timeEntryServices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { record } from "@/lib/events/record";
import type { PlainDate } from "@/lib/kernel/dates";
import { type ClientId, type MemberId, newId, type ProjectId, type TimeEntryId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { roundedTime, type ServiceMinutes } from "./split";
import { entryWords, minutesOfDay } from "./time-entry";

export type WorkedTime = {
  memberId: MemberId;
  projectId: ProjectId;
  clientId: ClientId;
  services: ServiceMinutes[];
  workedOn: PlainDate;
  isBillable: boolean;
  note: string;
};

/**
 * A draft, from the timer or typed, rounded by the company's rule. Refuses `day_too_long`; the database refuses a day in
 * a closed period. Facts about time stay off the project's timeline: staff read that, and see nobody's time but their own.
 */
export async function insertTimeEntry(work: Work<"time.write"> | Work<"timer.use">, time: WorkedTime) {
  const { services: worked, ...rest } = time;
  const { rounding } = await getTimeSettings(work);
  const { services, ...minutes } = roundedTime(worked, rounding);
  await requireRoomInDay(work, { ...rest, ...minutes }, null);
  const id = newId("timeEntry");
  const enteredBy = rest.memberId === work.member.id ? null : work.member.id;
  const entry = { ...rest, ...minutes, enteredBy };
  await together(
    () => work.db.insert(timeEntries).values({ companyId: work.company.id, id, ...entry }),
    () => insertServices(work, [{ timeEntryId: id, services }]),
  );
  record(work, "time_entry.created", id, {
    summary: `Time of ${entryWords(entry)} was entered`,
    facts: { ...entry, services },
  });
  return { timeEntryId: id, ...minutes };
}

/** The rows of minutes by service of entries that have none. One statement for all. */
export function insertServices(work: Work, entries: { timeEntryId: TimeEntryId; services: ServiceMinutes[] }[]) {
  const rows = entries.flatMap(({ timeEntryId, services }) =>
    services.map((part, at) => ({ companyId: work.company.id, timeEntryId, position: at + 1, ...part })),
  );
  return work.db.insert(timeEntryServices).values(rows);
}

/**
 * A day of one member holds 24 hours. Writers of the same day wait for each other here until the commit, so the sum
 * that each one reads is whole: a sum alone would let two at once exceed it.
 */
export async function requireRoomInDay(
  work: Work,
  { memberId, workedOn, durationMinutes }: Pick<WorkedTime, "memberId" | "workedOn"> & { durationMinutes: number },
  without: TimeEntryId | null,
): Promise<void> {
  await holdDay(work, memberId, workedOn);
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

/** Whoever enters time of this member on this day waits here until the commit. */
export async function holdDay(work: Work, memberId: MemberId, workedOn: PlainDate): Promise<void> {
  const key = `time_entries:${work.company.id}:${memberId}:${workedOn}`;
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
