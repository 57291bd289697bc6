import { timers } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import { lockTimer, ownTimer } from "./lock-timer";
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
  const timer = await lockTimer(work);
  const seconds = elapsedSeconds(timer, work.now);
  await work.db.delete(timers).where(ownTimer(work));
  record(work, "timer.discarded", work.member.id, {
    summary: `Timer was discarded at ${formatClock(seconds)}`,
    facts: { seconds, projectId: timer.projectId, itemId: timer.itemId, note: timer.note, startedAt: timer.startedAt },
  });
}
