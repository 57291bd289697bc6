import { timers } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import { lockTimer, ownTimer, timerOf } from "./lock-timer";
import { elapsedSeconds, formatClock } from "./timer";

/** Keeps what the clock shows; the time until the resume is not counted. */
export async function pauseTimer(work: Work<"timer.use">) {
  const timer = await lockTimer(work);
  if (!timer.resumedAt) throw new Refusal("timer_not_running");

  const accumulatedSeconds = elapsedSeconds(timer, work.now);
  await work.db.update(timers).set({ accumulatedSeconds, resumedAt: null }).where(ownTimer(work));
  record(work, "timer.paused", work.member.id, {
    summary: `Timer was paused at ${formatClock(accumulatedSeconds)}`,
    facts: { accumulatedSeconds },
  });
}

export async function resumeTimer(work: Work<"timer.use">) {
  const timer = await lockTimer(work);
  if (timer.resumedAt) throw new Refusal("timer_not_paused");

  await work.db.update(timers).set({ resumedAt: work.now }).where(ownTimer(work));
  record(work, "timer.resumed", work.member.id, {
    summary: `Timer was resumed at ${formatClock(timer.accumulatedSeconds)}`,
  });
}

/** Throws away what was counted. */
export async function discardTimer(work: Work<"timer.use">) {
  await dropTimer(work, await lockTimer(work));
}

/** Nothing of it remains but the fact, which says what was on the clock. */
export async function dropTimer(work: Work<"timer.use">, timer: typeof timers.$inferSelect): Promise<void> {
  const seconds = elapsedSeconds(timer, work.now);
  await work.db.delete(timers).where(timerOf(work, timer.memberId));
  record(work, "timer.discarded", timer.memberId, {
    summary: `Timer was discarded at ${formatClock(seconds)}`,
    facts: { seconds, projectId: timer.projectId, itemId: timer.itemId, note: timer.note, startedAt: timer.startedAt },
  });
}
