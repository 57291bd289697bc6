import { describe, expect, test } from "vitest";
import { plainDate } from "@/lib/kernel/dates";
import { cents } from "@/lib/kernel/money";
import { type Asks, askedReport } from "@/lib/reports/ask";
import { columnsOf, rangeBefore } from "@/lib/reports/columns";
import { formatPercentOf } from "@/lib/reports/percent-text";
import { money, ratioPpm } from "@/lib/reports/sheet";

const today = plainDate("2026-11-18");
const range: Asks = { days: "range", comparisons: ["none", "previous", "year", "months", "quarters"], known: true };
const day: Asks = { ...range, days: "day" };
const daysOf = (asks: Asks, query: Record<string, string>) =>
  columnsOf(askedReport(asks, query, today), asks.days).ranges.map(({ from, to }) => `${from ?? ""}..${to}`);

describe("columns of a report", () => {
  test("months and quarters are the calendar's, cut at both ends, and the whole comes last", () => {
    expect(daysOf(range, { from: "2026-01-15", to: "2026-03-10", compare: "months" })).toEqual([
      "2026-01-15..2026-01-31",
      "2026-02-01..2026-02-28",
      "2026-03-01..2026-03-10",
      "2026-01-15..2026-03-10",
    ]);
    expect(daysOf(range, { from: "2025-12-31", to: "2026-04-01", compare: "quarters" })).toEqual([
      "2025-12-31..2025-12-31",
      "2026-01-01..2026-03-31",
      "2026-04-01..2026-04-01",
      "2025-12-31..2026-04-01",
    ]);
  });

  test("more months than fit end in one column with the rest, so that they still sum to the whole", () => {
    const parts = daysOf(range, { from: "2010-01-01", to: "2026-11-18", compare: "months" });
    expect(parts).toHaveLength(37);
    expect(parts.at(-2)).toBe("2012-12-01..2026-11-18");
  });

  test("whole months are compared with as many, what runs with the same part of the stretch before, other days with as many days", () => {
    const earlier = (from: string, to: string, by: "previous" | "year") => {
      const found = rangeBefore({ from: plainDate(from), to: plainDate(to) }, by);
      return `${found.from}..${found.to}`;
    };
    expect(earlier("2026-03-01", "2026-03-31", "previous")).toBe("2026-02-01..2026-02-28");
    expect(earlier("2026-01-01", "2026-03-31", "previous")).toBe("2025-10-01..2025-12-31");
    expect(earlier("2026-03-10", "2026-03-16", "previous")).toBe("2026-03-03..2026-03-09");
    expect(earlier("2026-01-01", "2026-11-25", "previous")).toBe("2025-01-01..2025-11-25");
    expect(earlier("2026-10-01", "2026-11-25", "previous")).toBe("2026-07-01..2026-08-25");
    expect(earlier("2026-11-01", "2026-11-25", "previous")).toBe("2026-10-01..2026-10-25");
    expect(earlier("2026-03-01", "2026-03-30", "previous")).toBe("2026-02-01..2026-02-28");
    expect(earlier("2026-02-01", "2026-11-25", "previous")).toBe("2025-04-01..2026-01-25");
    expect(earlier("2028-02-01", "2028-02-29", "year")).toBe("2027-02-01..2027-02-28");
    expect(earlier("2027-02-01", "2027-02-28", "year")).toBe("2026-02-01..2026-02-28");
  });

  test("a day is compared with the ends of the months or quarters before it", () => {
    expect(daysOf(day, { asOf: "2026-03-31", compare: "quarters" })).toEqual([
      "..2025-03-31",
      "..2025-06-30",
      "..2025-09-30",
      "..2025-12-31",
      "..2026-03-31",
    ]);
    expect(daysOf(day, { asOf: "2026-03-15", compare: "months" }).slice(-2)).toEqual(["..2026-02-28", "..2026-03-15"]);
    expect(daysOf(day, { asOf: "2026-03-15", compare: "previous" })).toEqual(["..2026-03-15", "..2026-02-28"]);
  });

  test("a change is said in money and in percent of what was before", () => {
    const { cells } = columnsOf(
      askedReport(range, { from: "2026-03-01", to: "2026-03-31", compare: "year" }, today),
      "range",
    );
    const drawn = cells([cents(150), cents(-100)], (amount) => money(amount));
    expect(
      drawn.map((cell) => (cell.kind === "money" ? cell.cents : cell.kind === "percent" ? cell.ppm : null)),
    ).toEqual([150, -100, 250, 2_500_000]);
  });

  test("what can't be asked is said, and the custom is shown", () => {
    const open = askedReport(range, { to: "2026-03-31", compare: "months" }, today);
    expect(open).toMatchObject({ comparison: "none", troubles: { compare: expect.stringContaining("first day") } });
    expect(askedReport(range, { known: "soon" }, today)).toMatchObject({
      known: null,
      troubles: { known: expect.any(String) },
    });
    expect(askedReport(range, { known: "2026-11-18" }, today)).toMatchObject({ known: null, troubles: {} });
    expect(askedReport({ days: "range" }, { compare: "months", basis: "cash", client: "cli_x" }, today)).toMatchObject({
      comparison: "none",
      basis: "accrual",
      clientId: null,
    });
  });
});

test("shares are exact to the millionth, with their sign, and none over zero", () => {
  expect([ratioPpm(1, 3), ratioPpm(-1, 3), ratioPpm(1, -3), ratioPpm(2, 3), ratioPpm(5, 0)]).toEqual([
    333_333,
    -333_333,
    -333_333,
    666_667,
    null,
  ]);
  expect(ratioPpm(999_999_999_999, 1)).toBe(999_999_999_999_000_000);
  expect([formatPercentOf(125_499), formatPercentOf(-1_000_500), formatPercentOf(-400)]).toEqual([
    "12.5%",
    "−100.1%",
    "0.0%",
  ]);
});
