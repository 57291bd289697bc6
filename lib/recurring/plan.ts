import { addDays, daysBetween, type PlainDate, plainDate } from "@/lib/kernel/dates";

export const frequencies = ["weekly", "monthly", "quarterly", "yearly"] as const;
export type Frequency = (typeof frequencies)[number];

export type Rhythm = {
  frequency: Frequency;
  interval: number;
  startsOn: PlainDate;
  /** Null where it is by weeks. */
  dayOfMonth: number | null;
  endsOn: PlainDate | null;
  /** How many there are in all. */
  occurrences: number | null;
  /** Since the days were changed: none comes before this one, and what was made until then counts as made. */
  resumesOn: PlainDate | null;
};

type Made = ReadonlySet<string>;

/** After a pause or an outage no more than the newest of what was missed are made. */
export const mostCaughtUp = 12;
const lastDay = plainDate("2199-12-31");
const monthsIn = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/** The days of a plan from one day to another, both included. Each is counted from the start, so that none drifts. */
export function occurrencesOf(rhythm: Rhythm, from: PlainDate, to: PlainDate, made: Made = new Set()): PlainDate[] {
  const end = rhythm.endsOn && rhythm.endsOn < to ? rhythm.endsOn : to;
  return [...daysOf(rhythm, end, made)].filter((day) => day >= from);
}

/** The first days that are not made yet, from this day on. */
export function nextOccurrences(rhythm: Rhythm, from: PlainDate, made: Made, count: number): PlainDate[] {
  const days: PlainDate[] = [];
  for (const day of daysOf(rhythm, rhythm.endsOn ?? lastDay, made)) {
    if (days.length === count) break;
    if (day >= from && !made.has(day)) days.push(day);
  }
  return days;
}

/** What is to be made today: the newest that came due, but for those that were made. */
export function dueOccurrences(rhythm: Rhythm, today: PlainDate, made: Made): PlainDate[] {
  return occurrencesOf(rhythm, rhythm.startsOn, today, made)
    .slice(-mostCaughtUp)
    .filter((day) => !made.has(day));
}

/** Whether the days themselves are others; a new end or a new count leaves those before it as they were. */
export function hasOtherDays(before: Rhythm, after: Omit<Rhythm, "resumesOn">): boolean {
  const parts = ["frequency", "interval", "startsOn", "dayOfMonth"] as const;
  return parts.some((part) => before[part] !== after[part]);
}

/**
 * Where a plan goes on whose days were changed: today, or after the newest that was made ahead. So nothing that was
 * invoiced is invoiced once more on another day. Null for one that has made nothing: it begins as a new one does.
 */
export function resumptionOf(today: PlainDate, made: Made): PlainDate | null {
  const newest = [...made].sort().at(-1);
  if (newest === undefined) return null;
  const after = addDays(plainDate(newest), 1);
  return after > today ? after : today;
}

const units = { weekly: "week", monthly: "month", quarterly: "quarter", yearly: "year" } as const;

/** `Every month on day 31`, `Every 2 weeks`. */
export function rhythmWords({ frequency, interval, dayOfMonth }: Rhythm): string {
  const unit = units[frequency];
  const every = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
  return dayOfMonth === null ? every : `${every} on day ${dayOfMonth}`;
}

/** In order, until the end or until there are as many as the plan has in all. */
function* daysOf(rhythm: Rhythm, end: PlainDate, made: Made): Generator<PlainDate> {
  const { resumesOn, occurrences } = rhythm;
  const earlier = resumesOn === null ? 0 : [...made].filter((day) => day < resumesOn).length;
  let left = (occurrences ?? Number.POSITIVE_INFINITY) - earlier;
  for (let n = 0; left > 0; n++) {
    const day = occurrence(rhythm, n, end);
    if (day === null) return;
    if (resumesOn !== null && day < resumesOn) continue;
    left--;
    yield day;
  }
}

/** The one after `n` others; null when it lies behind the end. */
function occurrence(rhythm: Rhythm, n: number, end: PlainDate): PlainDate | null {
  const { frequency, interval, startsOn } = rhythm;
  if (startsOn > end) return null;
  if (frequency === "weekly") {
    const days = 7 * interval * n;
    return days > daysBetween(startsOn, end) ? null : addDays(startsOn, days);
  }
  const day = rhythm.dayOfMonth ?? 1;
  const start = monthOf(startsOn);
  const first = dayIn(start, day) < startsOn ? start + 1 : start;
  const month = first + n * interval * monthsIn[frequency];
  if (month > monthOf(end)) return null;
  const found = dayIn(month, day);
  return found > end ? null : found;
}

function monthOf(day: PlainDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day of a month, clamped to that month's length. */
function dayIn(month: number, day: number): PlainDate {
  const year = Math.floor(month / 12);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month % 12 === 1 && isLeap ? 29 : (lengths[month % 12] as number);
  const text = (number: number) => String(number).padStart(2, "0");
  return plainDate(`${year}-${text((month % 12) + 1)}-${text(Math.min(day, length))}`);
}
