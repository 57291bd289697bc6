import {
  addDays,
  addMonths,
  firstOfMonth,
  firstOfYear,
  isPlainDate,
  lastOfMonth,
  type PlainDate,
  plainDate,
} from "@/lib/kernel/dates";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { fiscalYearOf } from "@/lib/ledger/fiscal-year";

/** The days of a report, as its address asks for them. What is no day is said, and the custom of the report stands in. */
export type Troubles = Record<string, string>;

export type AskedDay = { asOf: PlainDate; troubles: Troubles };
export type AskedRange = { from: PlainDate | null; to: PlainDate; troubles: Troubles };

/** `?asOf=2026-10-31`; today without it. */
export function askedDay(params: SearchParams, today: PlainDate): AskedDay {
  const { day, troubles } = dayIn(params, "asOf");
  return { asOf: day ?? today, troubles };
}

/**
 * `?from=2026-10-01&to=2026-10-31`. With `to` alone the range reaches back to the first entry, with `from` alone on to
 * today; without both it is the year to date.
 */
export function askedRange(params: SearchParams, today: PlainDate): AskedRange {
  const first = dayIn(params, "from");
  const last = dayIn(params, "to");
  const troubles = { ...first.troubles, ...last.troubles };
  const custom = { from: firstOfYear(today), to: today };
  if (Object.keys(troubles).length > 0 || (!first.day && !last.day)) return { ...custom, troubles };
  const [from, to] = [first.day, last.day ?? today];
  if (!from || from <= to) return { from, to, troubles };
  return { ...custom, troubles: { from: "The first day lies after the last. This year is shown instead." } };
}

/** A page says what is wrong and shows the custom; a file that was asked for other days would be a lie. */
export function requireDays<T extends { troubles: Troubles }>(asked: T): T {
  if (Object.keys(asked.troubles).length > 0) throw new Refusal("invalid_input", {}, asked.troubles);
  return asked;
}

export type Preset<T> = { label: string; days: T };

/** Where the fiscal year begins with another month than January, its days stand beside those of the calendar year. */
export function dayPresets(today: PlainDate, startMonth = 1): Preset<{ asOf: PlainDate }>[] {
  const yearEnd = addDays(firstOfYear(today), -1);
  return [
    { label: "Today", days: { asOf: today } },
    { label: "End of last month", days: { asOf: addDays(firstOfMonth(today), -1) } },
    { label: "End of last quarter", days: { asOf: addDays(firstOfQuarter(today), -1) } },
    { label: "End of last year", days: { asOf: yearEnd } },
    ...(startMonth === 1
      ? []
      : [{ label: "End of last fiscal year", days: { asOf: addDays(fiscalYearOf(today, startMonth).startsOn, -1) } }]),
  ];
}

export function rangePresets(today: PlainDate, startMonth = 1): Preset<{ from: PlainDate; to: PlainDate }>[] {
  const lastMonth = addMonths(firstOfMonth(today), -1);
  const quarter = firstOfQuarter(today);
  const yearEnd = addDays(firstOfYear(today), -1);
  return [
    { label: "This month", days: { from: firstOfMonth(today), to: lastOfMonth(today) } },
    { label: "Last month", days: { from: lastMonth, to: lastOfMonth(lastMonth) } },
    { label: "This quarter", days: { from: quarter, to: lastOfMonth(addMonths(quarter, 2)) } },
    { label: "Last quarter", days: { from: addMonths(quarter, -3), to: addDays(quarter, -1) } },
    { label: "This year", days: { from: firstOfYear(today), to: plainDate(`${today.slice(0, 5)}12-31`) } },
    { label: "Year to date", days: { from: firstOfYear(today), to: today } },
    { label: "Last year", days: { from: firstOfYear(yearEnd), to: yearEnd } },
    ...(startMonth === 1 ? [] : fiscalPresets(today, startMonth)),
  ];
}

function fiscalPresets(today: PlainDate, startMonth: number): Preset<{ from: PlainDate; to: PlainDate }>[] {
  const year = fiscalYearOf(today, startMonth);
  const last = fiscalYearOf(addDays(year.startsOn, -1), startMonth);
  return [
    { label: "This fiscal year", days: { from: year.startsOn, to: year.endsOn } },
    { label: "Last fiscal year", days: { from: last.startsOn, to: last.endsOn } },
  ];
}

export function firstOfQuarter(day: PlainDate): PlainDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return plainDate(`${day.slice(0, 5)}${String(month).padStart(2, "0")}-01`);
}

function dayIn(params: SearchParams, name: string): { day: PlainDate | null; troubles: Troubles } {
  const text = one(params[name]).trim();
  if (text === "") return { day: null, troubles: {} };
  if (isPlainDate(text)) return { day: text, troubles: {} };
  const said = text.toWellFormed().slice(0, 30);
  return { day: null, troubles: { [name]: `“${said}” is no date from 1970 to 2199. This day is shown instead.` } };
}
