import { and, eq } from "drizzle-orm";
import { projects, timers } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { dayIn } from "@/lib/kernel/dates";
import { Refusal } from "@/lib/kernel/refusal";
import { lockTimer, ownTimer } from "./lock-timer";
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

  const entry = await insertTimeEntry(work, {
    memberId: timer.memberId,
    projectId: timer.projectId,
    clientId: await clientOf(work, timer.projectId),
    services: [{ itemId: timer.itemId, minutes: Math.floor(seconds / 60) }],
    workedOn: dayIn(work.company.timeZone, countedFrom(timer, work.now)),
    isBillable: true,
    note: timer.note,
  });
  await work.db.delete(timers).where(ownTimer(work));
  record(work, "timer.stopped", work.member.id, {
    summary: `Timer was stopped at ${formatClock(seconds)}`,
    facts: { seconds, timeEntryId: entry.timeEntryId, durationMinutes: entry.durationMinutes },
  });
  return entry;
}

/** Also of a project that was closed, or taken from this member, while the timer ran: the time was worked. */
async function clientOf(work: Work, projectId: (typeof timers.$inferSelect)["projectId"]) {
  const [project] = await work.db
    .select({ clientId: projects.clientId })
    .from(projects)
    .where(and(owned(work, projects), eq(projects.id, projectId)));
  return present(project, `project ${projectId} of a timer`).clientId;
}
