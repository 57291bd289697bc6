export type TimerClock = {
  /** The start of the running stretch; null while paused. */
  resumedAt: Date | null;
  /** Seconds of the stretches that ended before. */
  accumulatedSeconds: number;
};

export const longestTimerSeconds = 24 * 60 * 60;

/** Whole seconds on the clock at `now`. A clock that was set back never takes away what was counted. */
export function elapsedSeconds({ resumedAt, accumulatedSeconds }: TimerClock, now: Date): number {
  const running = resumedAt ? Math.floor((now.getTime() - resumedAt.getTime()) / 1_000) : 0;
  return accumulatedSeconds + Math.max(running, 0);
}

/**
 * When the counted time would have begun, had it been worked without a pause until `now`. For a timer that was never
 * paused it is its start, to the millisecond.
 */
export function countedFrom({ resumedAt, accumulatedSeconds }: TimerClock, now: Date): Date {
  const stretch = Math.min(resumedAt?.getTime() ?? now.getTime(), now.getTime());
  return new Date(stretch - accumulatedSeconds * 1_000);
}

/** `1:02:03`, as the widget shows it. */
export function formatClock(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
