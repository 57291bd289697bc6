import { daysBetween, type PlainDate } from "@/lib/kernel/dates";

/** How long after its due day an invoice is still open. Due today is current; the day after is the first day late. */
export const ageBuckets = ["current", "1-30", "31-60", "61-90", "over-90"] as const;
export type AgeBucket = (typeof ageBuckets)[number];

export const bucketLabels: Record<AgeBucket, string> = {
  current: "Current",
  "1-30": "1–30 days",
  "31-60": "31–60 days",
  "61-90": "61–90 days",
  "over-90": "Over 90 days",
};

/** The first and last day late of each bucket. */
export const bucketDays: Record<AgeBucket, { from: number | null; to: number | null }> = {
  current: { from: null, to: 0 },
  "1-30": { from: 1, to: 30 },
  "31-60": { from: 31, to: 60 },
  "61-90": { from: 61, to: 90 },
  "over-90": { from: 91, to: null },
};

export function daysLate(dueOn: PlainDate, asOf: PlainDate): number {
  return Math.max(daysBetween(dueOn, asOf), 0);
}

export function isAgeBucket(text: string): text is AgeBucket {
  return ageBuckets.some((bucket) => bucket === text);
}
