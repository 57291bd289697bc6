import { Temporal } from "temporal-polyfill";

/**
 * Business days are `PlainDate`, `YYYY-MM-DD`, never an instant: no time zone can move them.
 * Instants are `Date` and come from the doors alone; here a zone turns an instant into a day.
 */
export type PlainDate = string & { readonly unit: "plain_date" };

/** The books of a firm of today; outside of it lies a typing slip. */
const firstDay = "1970-01-01";
const lastDay = "2199-12-31";

export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDay || text > lastDay) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`not a day: ${text}`);
  return text;
}

export function dayIn(zone: string, instant: Date): PlainDate {
  return plainDate(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );
}

/** The instant at which a day begins in a zone. */
export function beginningOf(zone: string, day: PlainDate): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** The last day of what ends at an instant: at midnight it is the day before. */
export function lastDayOf(zone: string, end: Date): PlainDate {
  return dayIn(zone, new Date(end.getTime() - 1));
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return plainDate(Temporal.PlainDate.from(day).add({ days }).toString());
}

/** The same day of another month, clamped to that month's length: 31 January + 1 month is 28 or 29 February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  return plainDate(Temporal.PlainDate.from(day).add({ months }).toString());
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

export function firstOfMonth(day: PlainDate): PlainDate {
  return plainDate(`${day.slice(0, 8)}01`);
}

export function lastOfMonth(day: PlainDate): PlainDate {
  return addDays(addMonths(firstOfMonth(day), 1), -1);
}

export function firstOfYear(day: PlainDate): PlainDate {
  return plainDate(`${day.slice(0, 5)}01-01`);
}

/** The later of two days, of which the second may not be. */
export function laterOf(day: PlainDate, other: PlainDate | null): PlainDate {
  return other !== null && other > day ? other : day;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: PlainDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

const months = "January February March April May June July August September October November December".split(" ");

/** `Nov 23, 2026`. */
export function formatDay(day: PlainDate): string {
  return `${monthName(day).slice(0, 3)} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
}

/** `Nov 23, 2026 – Nov 29, 2026`, or the one day. */
export function formatDays(from: PlainDate, to: PlainDate): string {
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
}

/** `November 2026`. */
export function formatMonth(day: PlainDate): string {
  return `${monthName(day)} ${day.slice(0, 4)}`;
}

/** The names of the months, January first. */
export const monthNames: readonly string[] = months;

function monthName(day: PlainDate): string {
  return months[Number(day.slice(5, 7)) - 1] ?? "";
}
