import { addDays, addMonths, firstOfMonth, type PlainDate } from "@/lib/kernel/dates";

/** Twelve whole months, named after the calendar year in which they end. */
export type FiscalYear = { name: string; startsOn: PlainDate; endsOn: PlainDate };

/** The year in which a day lies, where years begin with `startMonth`, 1 to 12. */
export function fiscalYearOf(day: PlainDate, startMonth: number): FiscalYear {
  const month = Number(day.slice(5, 7));
  return fiscalYearFrom(addMonths(firstOfMonth(day), 0 - ((month - startMonth + 12) % 12)));
}

/** The year that ends on a day; null where that is no last day of a month. */
export function fiscalYearEnding(endsOn: PlainDate): FiscalYear | null {
  const next = addDays(endsOn, 1);
  return next.endsWith("-01") ? fiscalYearFrom(addMonths(next, -12)) : null;
}

function fiscalYearFrom(startsOn: PlainDate): FiscalYear {
  const endsOn = addDays(addMonths(startsOn, 12), -1);
  return { name: yearName(startsOn, endsOn), startsOn, endsOn };
}

function yearName(startsOn: PlainDate, endsOn: PlainDate): string {
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return first === last ? first : `${first}–${last.slice(2)}`;
}
