import { describe, expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import { askedDay, askedRange, dayPresets, rangePresets, requireDays } from "@/lib/reports/report-days";

const today = plainDate("2026-11-18");

describe("the days that an address asks for", () => {
  test("a day, or today without one", () => {
    expect(askedDay({ asOf: "2026-02-28" }, today)).toEqual({ asOf: "2026-02-28", troubles: {} });
    expect(askedDay({}, today).asOf).toBe(today);
    expect(askedDay({ asOf: ["2026-03-01", "2026-04-01"] }, today).asOf).toBe("2026-03-01");
  });

  test("what is no day is said, and the custom stands in", () => {
    for (const asOf of [
      "2026-02-30",
      "yesterday",
      "20260228",
      "1969-12-31",
      "2200-01-01",
      "';--",
      "\u0000",
      "9".repeat(999),
    ]) {
      const asked = askedDay({ asOf }, today);
      expect(asked.asOf).toBe(today);
      expect(asked.troubles.asOf).toMatch(/is no date/);
      expect(asked.troubles.asOf?.length).toBeLessThan(110);
    }
  });

  test("both ends, one of them, or none", () => {
    expect(askedRange({ from: "2026-01-31", to: "2026-02-01" }, today)).toMatchObject({
      from: "2026-01-31",
      to: "2026-02-01",
    });
    expect(askedRange({ to: "2026-02-01" }, today)).toMatchObject({ from: null, to: "2026-02-01" });
    expect(askedRange({ from: "2026-02-01" }, today)).toMatchObject({ from: "2026-02-01", to: today });
    expect(askedRange({}, today)).toMatchObject({ from: "2026-01-01", to: today });
    expect(askedRange({ from: " ", to: "" }, today)).toMatchObject({ from: "2026-01-01", to: today });
  });

  test("a range the wrong way round is said", () => {
    const asked = askedRange({ from: "2026-03-01", to: "2026-02-01" }, today);
    expect(asked).toMatchObject({ from: "2026-01-01", to: today });
    expect(asked.troubles.from).toMatch(/after the last/);
  });

  test("a file is refused where a page would show another day", () => {
    expect(() => requireDays(askedDay({ asOf: "x" }, today))).toThrow("There is a problem");
    expect(requireDays(askedDay({}, today)).asOf).toBe(today);
  });
});

describe("presets", () => {
  const ranges = (day: string) =>
    Object.fromEntries(rangePresets(plainDate(day)).map(({ label, days }) => [label, [days.from, days.to]]));
  const days = (day: string) => dayPresets(plainDate(day)).map((preset) => preset.days.asOf);

  test("months, quarters and years end where the calendar says", () => {
    expect(ranges("2028-03-31")).toEqual({
      "This month": ["2028-03-01", "2028-03-31"],
      "Last month": ["2028-02-01", "2028-02-29"],
      "This quarter": ["2028-01-01", "2028-03-31"],
      "Last quarter": ["2027-10-01", "2027-12-31"],
      "This year": ["2028-01-01", "2028-12-31"],
      "Year to date": ["2028-01-01", "2028-03-31"],
      "Last year": ["2027-01-01", "2027-12-31"],
    });
    expect(ranges("2026-12-31")["This quarter"]).toEqual(["2026-10-01", "2026-12-31"]);
    expect(ranges("2026-01-01")["Last month"]).toEqual(["2025-12-01", "2025-12-31"]);
    expect(days("2026-11-18")).toEqual(["2026-11-18", "2026-10-31", "2026-09-30", "2025-12-31"]);
    expect(days("2026-01-01")).toEqual(["2026-01-01", "2025-12-31", "2025-12-31", "2025-12-31"]);
  });
});
