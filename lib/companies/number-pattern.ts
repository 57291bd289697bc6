import { type PlainDate, plainDate } from "@/lib/kernel/dates";

/** When the number that people see begins at 1 again. */
export const resets = ["none", "monthly", "yearly"] as const;
export type Reset = (typeof resets)[number];

/** What of a series says which number comes next. */
export type SeriesState = {
  pattern: string;
  reset: Reset;
  periodKey: string;
  nextNumber: number;
  nextInPeriod: number;
};

const longest = 40;
const token = /\{(YY|YYYY|MM|DD|SEQ(?::(\d+))?)\}/g;

/** What is wrong with a pattern, in a sentence for whoever typed it; null when nothing is. The database says it again. */
export function patternTrouble(pattern: string, reset: Reset): string | null {
  if (pattern.length > longest) return `Use ${longest} characters or fewer.`;
  const rest = pattern.replace(token, (whole, name: string, width?: string) =>
    width === undefined || /^([1-9]|10)$/.test(width) ? "" : whole.replace(name, "?"),
  );
  if (/[{}]/.test(rest)) return "In braces stand {YY}, {YYYY}, {MM}, {DD}, {SEQ}, or {SEQ:5} for five digits, 1 to 10.";
  if (/[^A-Za-z0-9 ._#/-]/.test(rest)) return "Besides the braces, use letters, digits, spaces and - / . _ # only.";
  if (pattern.split("{SEQ").length !== 2) return "Put the number in once, as {SEQ} or {SEQ:5}.";
  const hasYear = /\{YY/.test(pattern);
  if (reset === "yearly" && !hasYear) return "Numbers that begin anew each year need {YY} or {YYYY}.";
  if (reset === "monthly" && !(hasYear && pattern.includes("{MM}")))
    return "Numbers that begin anew each month need {MM}, and {YY} or {YYYY}.";
  return null;
}

/** The period of a day: `202611`, `2026`, or nothing where numbers never begin anew. */
export function periodKeyOf(reset: Reset, day: PlainDate): string {
  if (reset === "none") return "";
  return reset === "monthly" ? day.slice(0, 4) + day.slice(5, 7) : day.slice(0, 4);
}

/** The number as people see it. */
export function renderNumber(pattern: string, day: PlainDate, seq: number): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const dates: Record<string, string> = { YY: year.slice(2), YYYY: year, MM: month, DD: date };
  return pattern.replace(token, (_, name: string, width?: string) =>
    name.startsWith("SEQ") ? String(seq).padStart(Number(width ?? 1), "0") : (dates[name] ?? ""),
  );
}

/**
 * The day whose parts a number carries: the company's, or the first of a period that has begun already. A deed that
 * began before midnight may take its number after the first one of the new period.
 */
export function numberDay(reset: Reset, periodKey: string, today: PlainDate): PlainDate {
  if (periodKey <= periodKeyOf(reset, today)) return today;
  return plainDate(`${periodKey.slice(0, 4)}-${periodKey.slice(4) || "01"}-01`);
}

/** What the next numbers would be, if all were taken today. */
export function nextNumbers(state: SeriesState, today: PlainDate, count: number): string[] {
  const { pattern, reset, periodKey, nextInPeriod } = state;
  const first = periodKey >= periodKeyOf(reset, today) ? nextInPeriod : 1;
  const day = numberDay(reset, periodKey, today);
  return Array.from({ length: count }, (_, n) => renderNumber(pattern, day, first + n));
}

/** The series under another pattern: its count goes on, unless it begins anew at other times than before. */
export function withPattern(state: SeriesState, pattern: string, reset: Reset): SeriesState {
  if (reset === state.reset) return { ...state, pattern };
  return { ...state, pattern, reset, periodKey: "", nextInPeriod: reset === "none" ? state.nextNumber : 1 };
}
