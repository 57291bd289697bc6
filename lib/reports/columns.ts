import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  firstOfYear,
  formatDay,
  formatDays,
  formatMonth,
  lastOfMonth,
  type PlainDate,
} from "@/lib/kernel/dates";
import type { Cents } from "@/lib/kernel/money";
import type { ReportAsk } from "./ask";
import type { Range } from "./balances";
import { firstOfQuarter } from "./report-days";
import { money, percent, type SheetCell, type SheetColumn } from "./sheet";

/** The ranges of a report's columns, and how its cells are laid out. */
export type Columns = {
  ranges: Range[];
  columns: SheetColumn[];
  /** A row's cells from the amounts and links of its ranges, one of each for each range. */
  cells: (amounts: Cents[], cellOf: (cents: Cents, range: Range) => SheetCell) => SheetCell[];
};

/** So many columns at most: three years by month. */
const most = 36;

/** One column; two with their change; or one for each month or quarter, and of a range the whole at the end. */
export function columnsOf(ask: ReportAsk, kind: "day" | "range"): Columns {
  const whole: Range = { from: ask.from, to: ask.to };
  const { comparison } = ask;
  if (comparison === "months" || comparison === "quarters") {
    const months = comparison === "months" ? 1 : 3;
    const parts = kind === "day" ? endsUntil(ask.to, months) : partsOf(whole, months);
    const ranges = kind === "day" ? parts : [...parts, whole];
    const columns = ranges.map((range, n) => amountColumn(n < parts.length ? labelOf(range, kind) : "Total"));
    return { ranges, columns, cells: plain(ranges) };
  }
  if (comparison === "none")
    return { ranges: [whole], columns: [amountColumn(labelOf(whole, kind))], cells: plain([whole]) };
  const other = kind === "day" ? dayBefore(ask.to, comparison) : rangeBefore(whole, comparison);
  const ranges = [whole, other];
  return {
    ranges,
    columns: [
      ...ranges.map((range) => amountColumn(labelOf(range, kind))),
      amountColumn("Change"),
      { label: "Change, percent", kind: "percent" },
    ],
    cells: (amounts, cellOf) => {
      const [now = 0 as Cents, then = 0 as Cents] = amounts;
      const change = (now - then) as Cents;
      return [...plain(ranges)(amounts, cellOf), money(change), percent(change, Math.abs(then))];
    },
  };
}

function plain(ranges: Range[]): Columns["cells"] {
  return (amounts, cellOf) => ranges.map((range, n) => cellOf(amounts[n] ?? (0 as Cents), range));
}

function amountColumn(label: string): SheetColumn {
  return { label, kind: "money" };
}

/** A month or a quarter by its name, else its days. */
export function labelOf({ from, to }: Range, kind: "day" | "range" = "range"): string {
  if (kind === "day") return formatDay(to);
  if (!from) return `To ${formatDay(to)}`;
  const isWhole = from === firstOfMonth(from) && to === lastOfMonth(from);
  return isWhole ? formatMonth(from) : formatDays(from, to);
}

/** The calendar's months or quarters of a range; the first and the last are cut where the range begins and ends. */
function partsOf({ from, to }: Range, months: number): Range[] {
  const parts: Range[] = [];
  for (let start = from; start && start <= to && parts.length < most; ) {
    const first = firstOfMonth(start);
    const skip = months === 1 ? 1 : 3 - ((Number(first.slice(5, 7)) - 1) % 3);
    const end = addDays(addMonths(first, skip), -1);
    parts.push({ from: start, to: end < to ? end : to });
    start = end < to ? addDays(end, 1) : null;
  }
  const last = parts.at(-1);
  // a longer range ends in one column that holds the rest, so that the columns still sum to the whole
  return last ? [...parts.slice(0, -1), { from: last.from, to }] : parts;
}

/** The day itself, and the ends of the months or quarters before it. */
function endsUntil(day: PlainDate, months: number): Range[] {
  const ends = [day];
  let end = addDays(months === 1 ? firstOfMonth(day) : firstOfQuarter(day), -1);
  for (let n = 1; n < (months === 1 ? 6 : 5); n++) {
    ends.unshift(end);
    end = addDays(addMonths(firstOfMonth(end), 1 - months), -1);
  }
  return ends.map((to) => ({ from: null, to }));
}

function dayBefore(day: PlainDate, comparison: "previous" | "year"): Range {
  if (comparison === "year") return { from: null, to: yearBefore(day) };
  return { from: null, to: addDays(firstOfMonth(day), -1) };
}

/**
 * The same days a year before; or what lies before the range: whole months for whole months, for one that begins with its
 * month and is not over the same part of the month, quarter or year before, and else as many days, ending the day before.
 */
export function rangeBefore({ from, to }: Range, comparison: "previous" | "year"): Range {
  if (!from) return { from, to };
  if (comparison === "year") return { from: addMonths(from, -12), to: yearBefore(to) };
  const end = addDays(from, -1);
  if (from !== firstOfMonth(from)) return { from: addDays(end, 0 - daysBetween(from, to)), to: end };
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  if (to === lastOfMonth(to)) return { from: addMonths(from, 0 - months), to: end };
  const back = stretchOf(from, months);
  return { from: addMonths(from, 0 - back), to: addMonths(to, 0 - back) };
}

/** The months of the month, quarter or year that runs from a day for so many months; else those that were begun. */
function stretchOf(from: PlainDate, months: number): number {
  if (months === 1) return 1;
  if (from === firstOfYear(from)) return Math.ceil(months / 12) * 12;
  return from === firstOfQuarter(from) ? Math.ceil(months / 3) * 3 : months;
}

/** The end of a month stays the end of it. */
function yearBefore(day: PlainDate): PlainDate {
  const before = addMonths(day, -12);
  return day === lastOfMonth(day) ? lastOfMonth(before) : before;
}
