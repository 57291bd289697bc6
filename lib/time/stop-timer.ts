import { and, eq } from "drizzle-orm";
import { projects, timers } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { dayIn } from "@/lib/kernel/dates";
import type { MemberId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { lockTimer, timerOf } from "./lock-timer";
import { dropTimer } from "./pause-timer";
import { insertTimeEntry } from "./save-time-entry";
import { countedFrom, elapsedSeconds, formatClock, longestTimerSeconds } from "./timer";

/**
 * Turns the timer into a draft of its whole minutes, rounded by the company's rule, all on one day of the company: that of its end less what was
 * counted. So work over midnight stays with the evening, and a timer that was paused over a weekend belongs to the day
 * on which it went on. Whatever refuses – less than a minute, more than a day, a closed period – leaves it as it was.
 */
export async function stopTimer(work: Work<"timer.use">) {
  const timer = await lockTimer(work);
  const seconds = elapsedSeconds(timer, work.now);
  if (seconds < 60) throw new Refusal("timer_too_short");
  if (seconds > longestTimerSeconds) throw new Refusal("timer_too_long");
  return enterTimer(work, timer);
}

/**
 * Stops whoever's timer it is, where one runs: of a member who leaves. What is too short or too long to be time is
 * discarded, and its fact says what was on the clock.
 */
export async function endTimerOf(work: Work<"timer.use">, memberId: MemberId): Promise<void> {
  const [timer] = await work.db.select().from(timers).where(timerOf(work, memberId)).for("update");
  if (!timer) return;
  const seconds = elapsedSeconds(timer, work.now);
  if (seconds < 60 || seconds > longestTimerSeconds) await dropTimer(work, timer);
  else await enterTimer(work, timer);
}

type Timer = typeof timers.$inferSelect;

async function enterTimer(work: Work<"timer.use">, timer: Timer) {
  const seconds = elapsedSeconds(timer, work.now);
  const entry = await insertTimeEntry(work, {
    memberId: timer.memberId,
    projectId: timer.projectId,
    clientId: await clientOf(work, timer.projectId),
    services: [{ itemId: timer.itemId, minutes: Math.floor(seconds / 60) }],
    workedOn: dayIn(work.company.timeZone, countedFrom(timer, work.now)),
    isBillable: true,
    note: timer.note,
  });
  await work.db.delete(timers).where(timerOf(work, timer.memberId));
  record(work, "timer.stopped", timer.memberId, {
    summary: `Timer was stopped at ${formatClock(seconds)}`,
    facts: { seconds, timeEntryId: entry.timeEntryId, durationMinutes: entry.durationMinutes },
  });
  return entry;
}

/** Also of a project that was closed, or taken from this member, while the timer ran: the time was worked. */
async function clientOf(work: Work, projectId: Timer["projectId"]) {
  const [project] = await work.db
    .select({ clientId: projects.clientId })
    .from(projects)
    .where(and(owned(work, projects), eq(projects.id, projectId)));
  return present(project, `project ${projectId} of a timer`).clientId;
}
