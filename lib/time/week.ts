import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  isPlainDate,
  lastOfMonth,
  type PlainDate,
  plainDate,
  weekdayOf,
} from "@/lib/kernel/dates";

export type DayRange = { from: PlainDate; to: PlainDate };
export type OpenRange = { from: PlainDate | null; to: PlainDate | null };

/** Before it no time is entered. */
const firstDay = plainDate("1970-01-01");

/** Monday to Sunday. */
export function weekOf(day: PlainDate): DayRange {
  const weekday = weekdayOf(day);
  return { from: dayNear(day, 1 - weekday), to: dayNear(day, 7 - weekday) };
}

export function isWeek({ from, to }: OpenRange): boolean {
  return from !== null && weekOf(from).from === from && weekOf(from).to === to;
}

export function daysOf({ from, to }: DayRange): PlainDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, plus) => addDays(from, plus));
}

/** The day so many days off, or the day itself where the calendar of the product ends. */
export function dayNear(day: PlainDate, days: number): PlainDate {
  try {
    return addDays(day, days);
  } catch {
    return day;
  }
}

export const timeRanges = ["week", "last-week", "month", "last-month", "all"] as const;
export type TimeRange = (typeof timeRanges)[number];

/**
 * The days that a time list shows. Days in the address go first, `from` without `to` and the reverse included; then a
 * word such as `last-week`, which stays relative in a link that is kept; else this week.
 */
export function rangeOf(params: { from: string; to: string; range: string }, today: PlainDate): OpenRange {
  const from = isPlainDate(params.from) ? params.from : null;
  const to = isPlainDate(params.to) ? params.to : null;
  if (from || to) return { from, to };
  return daysIn(timeRanges.find((known) => known === params.range) ?? "week", today);
}

/** The word for these days, if there is one. */
export function rangeName({ from, to }: OpenRange, today: PlainDate): TimeRange | null {
  const same = (days: OpenRange) => days.from === from && days.to === to;
  return timeRanges.find((range) => same(daysIn(range, today))) ?? null;
}

function daysIn(range: TimeRange, today: PlainDate): OpenRange {
  if (range === "all") return { from: firstDay, to: null };
  if (range === "week") return weekOf(today);
  if (range === "last-week") return weekOf(addDays(today, -7));
  const day = range === "month" ? today : addMonths(today, -1);
  return { from: firstOfMonth(day), to: lastOfMonth(day) };
}
