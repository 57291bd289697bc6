"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { elapsedSeconds, formatClock } from "@/lib/time/timer";

export type Clock = { resumedAt: number | null; accumulatedSeconds: number };

/**
 * The seconds on the clock, by the server's time: this machine's own clock may be wrong, so only its progress counts.
 * `serverNow` is when the server said so.
 */
export function useElapsed({ resumedAt, accumulatedSeconds }: Clock, serverNow: number): number {
  const cameWithDocument = useCameWithDocument();
  const [firstServerNow] = useState(serverNow);
  const [seconds, setSeconds] = useState(() => secondsAt({ resumedAt, accumulatedSeconds }, serverNow));
  useEffect(() => {
    const ahead = serverNow - (cameWithDocument && serverNow === firstServerNow ? documentArrival() : Date.now());
    const tick = () => setSeconds(secondsAt({ resumedAt, accumulatedSeconds }, Date.now() + ahead));
    tick();
    if (resumedAt === null) return;
    const ticking = setInterval(tick, 250);
    return () => clearInterval(ticking);
  }, [resumedAt, accumulatedSeconds, serverNow, firstServerNow, cameWithDocument]);
  return seconds;
}

/** `0:12 · Invoices` in the tab, to the minute; the page's own title comes back when the timer ends. */
export function useTitleClock(seconds: number | null): void {
  const text = seconds === null ? null : formatClock(seconds).replace(/:\d\d$/, "");
  useEffect(() => {
    if (text === null) return;
    const show = () => {
      const title = `${text} · ${plainTitle()}`;
      if (document.title !== title) document.title = title;
    };
    show();
    // a navigation or a form's refusal sets another title meanwhile
    const watching = setInterval(show, 1_000);
    return () => {
      clearInterval(watching);
      document.title = plainTitle();
    };
  }, [text]);
}

function plainTitle(): string {
  return document.title.replace(/^\d+:\d\d · /, "");
}

function secondsAt({ resumedAt, accumulatedSeconds }: Clock, now: number): number {
  const clock = { resumedAt: resumedAt === null ? null : new Date(resumedAt), accumulatedSeconds };
  return elapsedSeconds(clock, new Date(now));
}

/** When the first byte of this document came: long before its scripts run on a slow machine. */
function documentArrival(): number {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return performance.timeOrigin + (navigation?.responseStart ?? 0);
}

/** Whether the server's word came in the document itself, and not later by a navigation within it. */
function useCameWithDocument(): boolean {
  const isHydrating = useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
  const [first] = useState(isHydrating);
  return first;
}
