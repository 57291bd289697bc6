import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimalOfCents,
  formatCents,
  formatDollars,
  formatMinutes,
  formatPercent,
  formatQuantity,
  parseMinutes,
  parseMoney,
  parsePercent,
  parseQuantity,
} from "@/lib/kernel/decimal-text";
import { moneyField } from "@/lib/kernel/fields";
import { maxCents } from "@/lib/kernel/money";
import { parseBudget } from "@/lib/projects/budget";

const said = (text: string) => {
  const parsed = parseMoney(text);
  return parsed.ok ? parsed.value : null;
};

const cent = fc.integer({ min: -maxCents, max: maxCents });

describe("money that people type", () => {
  test.each<[text: string, cents: number]>([
    ["$1,234.56", 123_456],
    ["1234.5", 123_450],
    ["1234", 123_400],
    ["1,234", 123_400],
    ["0", 0],
    ["0.00", 0],
    [".5", 50],
    ["5.", 500],
    ["007", 700],
    ["  12.30 ", 1_230],
    ["$ 12.30", 1_230],
    ["1.500", 150],
    ["(12.00)", -1_200],
    ["($12.00)", -1_200],
    ["-12", -1_200],
    ["-$12", -1_200],
    ["−12.00", -1_200],
    ["−$12.00", -1_200],
    ["-0", 0],
    ["9,999,999,999.99", maxCents],
  ])("%s is %i cents", (text, cents) => {
    expect(said(text)).toBe(cents);
    expect(Object.is(said(text), -0)).toBe(false);
  });

  test.each([
    "1.005",
    "0.001",
    "1e9",
    "1E2",
    "0x10",
    "NaN",
    "Infinity",
    "",
    "   ",
    "$",
    "-",
    ".",
    "1,23",
    "12,34.5",
    ",123",
    "1.2.3",
    "1 234",
    "1'234",
    "12$",
    "€5",
    "--5",
    "(5",
    "5)",
    "five",
    "１２",
    "1２.00",
    "٣",
    "1\u0000",
    "1\u200b",
    "1000000000000000",
    "10000000000.00",
    "9".repeat(400),
    "<script>",
    "1;drop table invoices",
  ])("%j is refused with a sentence that says what to enter", (text) => {
    const parsed = parseMoney(text);
    expect(parsed).toEqual({ ok: false, sentence: expect.stringMatching(/^(Enter|Dollars have)/) });
  });

  test.each(["-1", "(12.00)", "−0.01", "-$5"])("a field for an amount of zero or more refuses %s", (text) => {
    expect(moneyField("a price").safeParse(text).success).toBe(false);
    expect(said(text)).toBeLessThan(0);
  });

  test("a hundred thousand digits are refused at once", () => {
    const before = performance.now();
    expect(parseMoney("1".repeat(100_000)).ok).toBe(false);
    expect(parseMoney(`1${",000".repeat(30_000)}`).ok).toBe(false);
    expect(parseMoney(`${"0".repeat(100_000)}.x`).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test("so is a megabyte of anything else, by every parser: none looks twice at the same blanks", () => {
    const blanks = " ".repeat(300_000);
    const texts = [
      `1${blanks}x`,
      `${blanks}x`,
      `1${blanks}%x`,
      `-${blanks}x`,
      `1.${"0".repeat(300_000)}1`,
      "h".repeat(300_000),
    ];
    const before = performance.now();
    for (const parse of [parseMoney, parseQuantity, parsePercent, parseMinutes, parseBudget]) {
      for (const text of texts) expect(parse(text).ok).toBe(false);
    }
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe("what is printed can be typed again", () => {
  test("money: parse after format is the same cent, 10,000 times, in every form", () => {
    fc.assert(
      fc.property(cent, (amount) => {
        for (const format of [formatCents, formatDollars, decimalOfCents]) expect(said(format(amount))).toBe(amount);
      }),
      { numRuns: 10_000 },
    );
  });

  test("each cent around zero and around the carries", () => {
    for (let amount = -10_100; amount <= 10_100; amount++) expect(said(formatDollars(amount))).toBe(amount);
    expect([formatCents(5), formatCents(-5), formatCents(100_000_000), formatDollars(-123_456)]).toEqual([
      "0.05",
      "−0.05",
      "1,000,000.00",
      "−$1,234.56",
    ]);
    expect([decimalOfCents(-5), decimalOfCents(0), decimalOfCents(123_456)]).toEqual(["-0.05", "0.00", "1234.56"]);
  });

  test("adding typed amounts never drifts: ten times 0.10 is 1.00, and 0.1 + 0.2 is 0.30", () => {
    const sum = (texts: string[]) => texts.reduce((total, text) => total + (said(text) ?? Number.NaN), 0);
    expect(sum(Array.from({ length: 10 }, () => "0.10"))).toBe(100);
    expect(formatCents(sum(["0.1", "0.2"]))).toBe("0.30");
    expect(said("1.15")).toBe(115);
    expect(said("4.35")).toBe(435);
    expect(said("1.01")).toBe(101);
  });

  test("quantities and percentages likewise", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (quantity) => {
        expect(parseQuantity(formatQuantity(quantity))).toEqual({ ok: true, value: quantity });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (rate) => {
        expect(parsePercent(`${formatPercent(rate)}%`)).toEqual({ ok: true, value: rate });
      }),
    );
  });

  test("minutes of a day likewise, as a clock", () => {
    for (let minutes = 1; minutes <= 1_440; minutes++) {
      expect(parseMinutes(formatMinutes(minutes))).toEqual({ ok: true, value: minutes });
    }
  });
});

describe("quantities, percentages and durations that people type", () => {
  test.each(["1.00001", "-1", "", "abc", "1e3", "NaN", "1/3", "100000000"])("a quantity of %j is refused", (text) => {
    expect(parseQuantity(text).ok).toBe(false);
  });

  test.each(["-1", "100.0001", "101", "6,25", "6.25001", "", "six"])("a percentage of %j is refused", (text) => {
    expect(parsePercent(text).ok).toBe(false);
  });

  test.each<[text: string, minutes: number]>([
    ["1:30", 90],
    ["1.5", 90],
    [".5", 30],
    ["90m", 90],
    ["90 min", 90],
    ["1h 30m", 90],
    ["1h30", 0],
    ["2h", 120],
    ["2 hours", 120],
    ["1.5h", 90],
    ["1.5 hrs", 90],
    ["0.3333", 20],
    ["24:00", 1_440],
    ["24", 1_440],
  ])("%s is %i minutes", (text, minutes) => {
    expect(parseMinutes(text)).toEqual(
      minutes === 0 ? { ok: false, sentence: expect.any(String) } : { ok: true, value: minutes },
    );
  });

  test.each(["", "0", "0:00", "0m", "24:01", "25", "1:60", "-1", "-0:30", "1e2", "٣", "999999h", "1:3"])(
    "a duration of %j is refused",
    (text) => expect(parseMinutes(text).ok).toBe(false),
  );
});
