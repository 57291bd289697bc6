import { Temporal } from "temporal-polyfill";
import { addDays, addMonths, firstOfMonth, type PlainDate, weekdayOf } from "@/lib/kernel/dates";

/** Both firms live in New York's time. */
export const zone = "America/New_York";

const holidays = ["01-01", "07-04", "12-24", "12-25", "12-26"];

/** Moments of one day, each some minutes after the one before, so that events lie in the order in which they were made. */
export type Clock = { day: PlainDate; next(minutes?: number): Date };

/** From three in the afternoon, since what was worked on a day is entered before it ends. */
export function clockOn(day: PlainDate, hour = 15): Clock {
  let minute = hour * 60;
  return {
    day,
    next(minutes = 2) {
      minute = Math.min(minute + minutes, 23 * 60 + 59);
      return instantAt(day, minute);
    },
  };
}

export function isWorkday(day: PlainDate): boolean {
  return weekdayOf(day) <= 5 && !holidays.includes(day.slice(5));
}

/** The day itself, or the first workday after it. */
export function workdayFrom(day: PlainDate): PlainDate {
  return isWorkday(day) ? day : workdayFrom(addDays(day, 1));
}

/** The day itself, or the last workday before it. */
export function workdayUntil(day: PlainDate): PlainDate {
  return isWorkday(day) ? day : workdayUntil(addDays(day, -1));
}

/** The sixth workday of the month, and so on. */
export function nthWorkday(month: PlainDate, n: number): PlainDate {
  let day = workdayFrom(firstOfMonth(month));
  for (let i = 1; i < n; i++) day = workdayFrom(addDays(day, 1));
  return day;
}

export function lastWorkday(month: PlainDate): PlainDate {
  return workdayUntil(addDays(addMonths(firstOfMonth(month), 1), -1));
}

function instantAt(day: PlainDate, minuteOfDay: number): Date {
  const plainTime = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  const moment = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime });
  return new Date(moment.epochMilliseconds);
}
