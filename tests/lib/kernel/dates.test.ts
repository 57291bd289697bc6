import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  firstOfMonth,
  firstOfYear,
  formatDay,
  formatMonth,
  isPlainDate,
  lastOfMonth,
  plainDate,
  weekdayOf,
} from "@/lib/kernel/dates";
import { dayTable } from "./day-table";

const anyDay = fc
  .date({ min: new Date("1975-01-01"), max: new Date("2195-12-31"), noInvalidDate: true })
  .map((date) => plainDate(date.toISOString().slice(0, 10)));

describe("a day", () => {
  test.each(["1970-01-01", "2026-02-28", "2028-02-29", "2000-02-29", "2199-12-31"])("%s is one", (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  test.each([
    "2026-02-30",
    "2026-02-29",
    "2100-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "0001-01-01",
    "1969-12-31",
    "2200-01-01",
    "9999-12-31",
    "2026-2-3",
    "26-02-03",
    "2026/02/03",
    "02/03/2026",
    "2026-02-03T00:00:00Z",
    " 2026-02-03",
    "2026-02-03\n",
    "２０２６-02-03",
    "infinity",
    "",
  ])("%j is none", (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(/not a day/);
  });

  test("plus days and back is the same day; a month later never leaves the month", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1_000, max: 1_000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
        const later = addMonths(day, 1);
        expect(later <= lastOfMonth(addMonths(firstOfMonth(day), 1))).toBe(true);
        expect(firstOfMonth(later)).toBe(addMonths(firstOfMonth(day), 1));
      }),
    );
  });

  test("31 January plus a month is the last of February, in a leap year and in another", () => {
    expect(addMonths(plainDate("2027-01-31"), 1)).toBe("2027-02-28");
    expect(addMonths(plainDate("2028-01-31"), 1)).toBe("2028-02-29");
    expect(addMonths(plainDate("2028-02-29"), 12)).toBe("2029-02-28");
    expect(lastOfMonth(plainDate("2028-02-03"))).toBe("2028-02-29");
    expect(firstOfYear(plainDate("2028-02-29"))).toBe("2028-01-01");
  });

  test("is written in words as it stands", () => {
    expect([formatDay(plainDate("2026-11-03")), formatMonth(plainDate("2026-11-03"))]).toEqual([
      "Nov 3, 2026",
      "November 2026",
    ]);
  });
});

describe("the day of an instant", () => {
  const at = (zone: string, instant: string) => dayIn(zone, new Date(instant));

  test("is the zone's own, to the second of its midnight, on the days its clocks change too", () => {
    expect(at("America/New_York", "2026-03-08T04:59:59.999Z")).toBe("2026-03-07");
    expect(at("America/New_York", "2026-03-08T05:00:00Z")).toBe("2026-03-08");
    expect(at("America/New_York", "2026-03-09T03:59:59Z")).toBe("2026-03-08");
    expect(at("America/New_York", "2026-03-09T04:00:00Z")).toBe("2026-03-09");
    expect(at("America/New_York", "2026-11-02T04:59:59Z")).toBe("2026-11-01");
    expect(at("America/New_York", "2026-11-02T05:00:00Z")).toBe("2026-11-02");
    expect(at("Pacific/Kiritimati", "2026-11-18T10:00:00Z")).toBe("2026-11-19");
    expect(at("Pacific/Pago_Pago", "2026-11-18T10:59:59Z")).toBe("2026-11-17");
  });

  test("skips the day that Samoa never had, while plain days go on counting it", () => {
    expect(at("Pacific/Apia", "2011-12-30T09:59:59Z")).toBe("2011-12-29");
    expect(at("Pacific/Apia", "2011-12-30T10:00:00Z")).toBe("2011-12-31");
    expect(addDays(plainDate("2011-12-29"), 1)).toBe("2011-12-30");
  });

  test.each(["UTC", "America/New_York", "Pacific/Honolulu", "Pacific/Apia"])(
    "and every other date is the same on a server in %s",
    (zone) => {
      const program = fileURLToPath(new URL("day-table.ts", import.meta.url));
      const printed = execFileSync(process.execPath, ["--import", "tsx", program, "print"], {
        env: { ...process.env, TZ: zone },
        encoding: "utf8",
      });
      expect(JSON.parse(printed)).toEqual(dayTable());
    },
  );
});
