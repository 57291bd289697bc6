import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "@/lib/kernel/dates";
import { dueOccurrences, nextOccurrences, occurrencesOf, type Rhythm, resumptionOf } from "@/lib/recurring/plan";

const rhythm = (
  frequency: Rhythm["frequency"],
  startsOn: string,
  dayOfMonth: number | null,
  rest: Partial<Rhythm> = {},
): Rhythm => ({
  ...{ frequency, interval: 1, startsOn: plainDate(startsOn), dayOfMonth },
  ...{ endsOn: null, occurrences: null, resumesOn: null },
  ...rest,
});

const table: [string, Rhythm, string, string, string[]][] = [
  [
    "the 31st in short months",
    rhythm("monthly", "2026-01-31", 31),
    "2026-01-01",
    "2026-05-31",
    ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
  ],
  [
    "the 30th in a leap year",
    rhythm("monthly", "2028-01-30", 30),
    "2028-02-01",
    "2028-03-31",
    ["2028-02-29", "2028-03-30"],
  ],
  [
    "the 29th of February by years",
    rhythm("yearly", "2024-02-29", 29),
    "2024-01-01",
    "2028-12-31",
    ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
  ],
  [
    "a day before the start waits for the next month",
    rhythm("monthly", "2026-01-15", 10),
    "2026-01-01",
    "2026-03-31",
    ["2026-02-10", "2026-03-10"],
  ],
  [
    "every second month",
    rhythm("monthly", "2026-01-01", 1, { interval: 2 }),
    "2026-01-01",
    "2026-06-30",
    ["2026-01-01", "2026-03-01", "2026-05-01"],
  ],
  [
    "quarters",
    rhythm("quarterly", "2025-11-30", 31),
    "2025-11-01",
    "2026-09-30",
    ["2025-11-30", "2026-02-28", "2026-05-31", "2026-08-31"],
  ],
  [
    "weeks",
    rhythm("weekly", "2026-12-28", null),
    "2026-12-28",
    "2027-01-12",
    ["2026-12-28", "2027-01-04", "2027-01-11"],
  ],
  [
    "every third week, asked for in the middle",
    rhythm("weekly", "2026-01-01", null, { interval: 3 }),
    "2026-02-01",
    "2026-03-10",
    ["2026-02-12", "2026-03-05"],
  ],
  [
    "an end by day, itself included",
    rhythm("monthly", "2026-01-01", 1, { endsOn: plainDate("2026-03-01") }),
    "2026-01-01",
    "2026-12-31",
    ["2026-01-01", "2026-02-01", "2026-03-01"],
  ],
  [
    "an end by count, from the start",
    rhythm("monthly", "2026-01-01", 1, { occurrences: 3 }),
    "2026-03-01",
    "2026-12-31",
    ["2026-03-01"],
  ],
  ["nothing before the start", rhythm("monthly", "2026-05-01", 1), "2026-01-01", "2026-04-30", []],
  ["nothing backwards", rhythm("weekly", "2026-01-01", null), "2026-03-01", "2026-02-01", []],
];

describe("the days of a plan", () => {
  test.each(table)("%s", (_, plan, from, to, days) => {
    expect(occurrencesOf(plan, plainDate(from), plainDate(to))).toEqual(days);
  });

  test("do not drift in two hundred years, and end with the calendar", () => {
    const monthly = occurrencesOf(
      rhythm("monthly", "1999-12-31", 31),
      plainDate("1999-12-31"),
      plainDate("2199-12-31"),
    );
    expect(monthly).toHaveLength(2_401);
    expect(monthly.every((day) => addDays(day, 0) === "2199-12-31" || addDays(day, 1).endsWith("-01"))).toBe(true);
    const weekly = occurrencesOf(
      rhythm("weekly", "2000-01-03", null),
      plainDate("2199-12-01"),
      plainDate("2199-12-31"),
    );
    expect(weekly.length).toBeGreaterThan(3);
    expect(nextOccurrences(rhythm("yearly", "2199-01-01", 1), plainDate("2199-02-01"), new Set(), 5)).toEqual([]);
  });

  test("that were changed in mid-life begin at the change, and what was made until then counts", () => {
    const made = new Set(["2026-08-18", "2026-09-18"]);
    const changed = rhythm("monthly", "2026-08-18", 10, { occurrences: 4, resumesOn: plainDate("2026-10-05") });
    expect(dueOccurrences(changed, plainDate("2026-11-30"), made)).toEqual(["2026-10-10", "2026-11-10"]);
    expect(dueOccurrences(changed, plainDate("2027-11-30"), made)).toEqual(["2026-10-10", "2026-11-10"]);
    expect(nextOccurrences(changed, plainDate("2026-11-01"), made, 5)).toEqual(["2026-11-10"]);
    expect(resumptionOf(plainDate("2026-10-05"), made)).toBe("2026-10-05");
    expect(resumptionOf(plainDate("2026-10-05"), new Set([...made, "2026-10-18"]))).toBe("2026-10-19");
    expect(resumptionOf(plainDate("2026-10-05"), new Set())).toBeNull();
  });

  test("that are due are the newest twelve but for those that were made; the next are those that were not", () => {
    const plan = rhythm("monthly", "2024-01-01", 1);
    const due = dueOccurrences(plan, plainDate("2026-01-15"), new Set(["2025-06-01"]));
    expect(due).toHaveLength(11);
    expect([due[0], due.at(-1)]).toEqual(["2025-02-01", "2026-01-01"]);
    expect(nextOccurrences(plan, plainDate("2026-01-15"), new Set(["2026-02-01"]), 2)).toEqual([
      "2026-03-01",
      "2026-04-01",
    ]);
  });
});
