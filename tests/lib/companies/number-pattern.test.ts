import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  nextNumbers,
  patternTrouble,
  renderNumber,
  type SeriesState,
  withPattern,
} from "@/lib/companies/number-pattern";
import { addDays, plainDate } from "@/lib/kernel/dates";

const day = plainDate("2026-11-05");
const state = (rest: Partial<SeriesState> = {}): SeriesState => ({
  ...{ pattern: "INV-{SEQ:5}", reset: "none", periodKey: "", nextNumber: 1, nextInPeriod: 1 },
  ...rest,
});

describe("a pattern", () => {
  for (const [pattern, seq, number] of [
    ["INV-{SEQ:5}", 7, "INV-00007"],
    ["{YY}/{MM}/{SEQ:3}", 12, "26/11/012"],
    ["{YYYY}{MM}{DD}-{SEQ}", 1, "20261105-1"],
    ["{SEQ:2}", 12345, "12345"],
    ["#{SEQ:10} A.B_c", 1, "#0000000001 A.B_c"],
  ] as const)
    test(`${pattern} gives ${number}`, () => {
      expect(patternTrouble(pattern, "none")).toBeNull();
      expect(renderNumber(pattern, day, seq)).toBe(number);
    });

  test.each([
    "",
    "INV-",
    "{SEQ}{SEQ}",
    "{SEQ}-{SEQ:3}",
    "{SEQ:0}",
    "{SEQ:11}",
    "{SEQ:}",
    "{seq}",
    "{SEQ} {NOW}",
    "{{SEQ}}",
    "{SEQ",
    "<b>{SEQ}</b>",
    "'; drop table invoices; -- {SEQ}",
    "{SEQ}\u202e",
    "{SEQ}é",
    "{SEQ}\n",
    `${"x".repeat(40)}{SEQ}`,
  ])("%j is refused with a sentence", (pattern) => {
    expect(patternTrouble(pattern, "none")).toMatch(/^[A-Z].*\.$/);
  });

  test("that begins anew needs the parts of the date that keep its numbers apart", () => {
    expect(patternTrouble("{SEQ}", "yearly")).toContain("{YY}");
    expect(patternTrouble("{YYYY}-{SEQ}", "yearly")).toBeNull();
    expect(patternTrouble("{YYYY}-{SEQ}", "monthly")).toContain("{MM}");
    expect(patternTrouble("{MM}-{SEQ}", "monthly")).toContain("{YY}");
    expect(patternTrouble("{YY}{MM}-{SEQ}", "monthly")).toBeNull();
  });

  test("of whatever somebody types is judged at once, and one that passes never gives a number twice", () => {
    const part = fc.constantFrom(
      "{YY}",
      "{YYYY}",
      "{MM}",
      "{DD}",
      "{SEQ}",
      "{SEQ:3}",
      "{",
      "}",
      "-",
      "a",
      "1",
      "{SEQ:",
      "'",
    );
    const typed = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom("none", "monthly", "yearly" as const), (pattern, reset) => {
        const started = performance.now();
        const trouble = patternTrouble(pattern, reset as SeriesState["reset"]);
        expect(performance.now() - started).toBeLessThan(50);
        if (trouble !== null) return;
        const given = new Set<string>();
        const days = [day, addDays(day, 25), addDays(day, 26), addDays(day, 57), addDays(day, 430)];
        let n = 0;
        for (const on of days)
          for (let i = 1; i <= 12; i++) given.add(renderNumber(pattern, on, reset === "none" ? ++n : i));
        const periods = reset === "none" ? 5 : new Set(days.map((on) => on.slice(0, reset === "monthly" ? 7 : 4))).size;
        expect(given.size).toBeGreaterThanOrEqual(periods * 12);
      }),
      { numRuns: 2_000 },
    );
    expect(patternTrouble("{".repeat(100_000), "none")).not.toBeNull();
    expect(patternTrouble("{SEQ:".repeat(20_000), "none")).not.toBeNull();
  });
});

describe("the preview", () => {
  test("goes on within the period and begins anew in the next", () => {
    const monthly = state({ pattern: "{YY}{MM}-{SEQ}", reset: "monthly", periodKey: "202611", nextInPeriod: 8 });
    expect(nextNumbers(monthly, day, 3)).toEqual(["2611-8", "2611-9", "2611-10"]);
    expect(nextNumbers(monthly, plainDate("2026-12-01"), 1)).toEqual(["2612-1"]);
  });

  test("does not go back to a period that is over", () => {
    const monthly = state({ pattern: "{YY}{MM}-{SEQ}", reset: "monthly", periodKey: "202612", nextInPeriod: 2 });
    expect(nextNumbers(monthly, day, 1)).toEqual(["2612-2"]);
  });

  test("of another pattern goes on counting, and of another reset begins anew, or above all that was", () => {
    const some = state({ nextNumber: 31, nextInPeriod: 31 });
    expect(nextNumbers(withPattern(some, "A{SEQ}", "none"), day, 1)).toEqual(["A31"]);
    const yearly = withPattern(some, "{YYYY}-{SEQ}", "yearly");
    expect(nextNumbers(yearly, day, 1)).toEqual(["2026-1"]);
    expect(nextNumbers(withPattern(yearly, "INV-{SEQ}", "none"), day, 1)).toEqual(["INV-31"]);
  });
});
