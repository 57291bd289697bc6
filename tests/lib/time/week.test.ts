import { expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import { dayNear, daysOf, isWeek, rangeName, rangeOf, timeRanges, weekOf } from "@/lib/time/week";

const today = plainDate("2026-11-18");
const range = (params: Partial<Record<"from" | "to" | "range", string>>) =>
  rangeOf({ from: "", to: "", range: "", ...params }, today);

test("a week is Monday to Sunday, also over the turn of a year", () => {
  expect(weekOf(today)).toEqual({ from: "2026-11-16", to: "2026-11-22" });
  expect(weekOf(plainDate("2026-11-16"))).toEqual(weekOf(plainDate("2026-11-22")));
  expect(weekOf(plainDate("2027-01-01"))).toEqual({ from: "2026-12-28", to: "2027-01-03" });
  expect(daysOf(weekOf(today))).toHaveLength(7);
});

test("at the ends of the calendar a week is cut short, not an error", () => {
  expect(dayNear(plainDate("2199-12-31"), 7)).toBe("2199-12-31");
  expect(weekOf(plainDate("2199-12-31")).to).toBe("2199-12-31");
  expect(weekOf(plainDate("1970-01-01")).from).toBe("1970-01-01");
});

test("days in the address go first, words stay relative, and nonsense is this week", () => {
  expect(range({})).toEqual({ from: "2026-11-16", to: "2026-11-22" });
  expect(range({ range: "nonsense", from: "2026-02-30" })).toEqual(range({}));
  expect(range({ range: "last-week" })).toMatchObject({ from: "2026-11-09", to: "2026-11-15" });
  expect(range({ range: "month" })).toMatchObject({ from: "2026-11-01", to: "2026-11-30" });
  expect(range({ range: "last-month" })).toMatchObject({ from: "2026-10-01", to: "2026-10-31" });
  expect(range({ range: "all" })).toEqual({ from: "1970-01-01", to: null });
  expect(range({ from: "2026-11-02", range: "month" })).toEqual({ from: "2026-11-02", to: null });
});

test("days that have a word are called by it, however they came about", () => {
  for (const word of timeRanges) expect(rangeName(range({ range: word }), today)).toBe(word);
  expect(rangeName(range({ from: "2026-11-09", to: "2026-11-15" }), today)).toBe("last-week");
  expect(rangeName(range({ from: "2026-11-09" }), today)).toBeNull();
});

test("seven days are a week only from a Monday on", () => {
  expect(isWeek(weekOf(today))).toBe(true);
  expect(isWeek({ from: plainDate("2026-11-17"), to: plainDate("2026-11-23") })).toBe(false);
  expect(isWeek({ from: null, to: today })).toBe(false);
});
