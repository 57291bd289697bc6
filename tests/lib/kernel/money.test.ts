import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allocateCents,
  type Cents,
  cents,
  hoursOf,
  lineSubtotal,
  maxCents,
  type Quantity,
  type RatePpm,
  rateOf,
  sumCents,
} from "@/lib/kernel/money";

const quantity = (value: number) => value as Quantity;
const ppm = (value: number) => value as RatePpm;

/** Half away from zero, in whole numbers of any size: what the product's figures are held against. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (size * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -whole : whole;
}

const amount = fc.integer({ min: 0, max: 99_999_999 }).map(cents);
const signed = fc.integer({ min: -maxCents, max: maxCents }).map(cents);

describe("cents", () => {
  test("are whole numbers that stay exact; a fraction, an overflow or no number is our bug and throws", () => {
    for (const wrong of [0.5, 1.005, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)]) {
      expect(() => cents(wrong)).toThrow(/not whole cents/);
    }
    expect(cents(2 ** 53 - 1)).toBe(9_007_199_254_740_991);
  });

  test("know no negative zero, which would print as −0.00", () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(Object.is(cents(0 - cents(0)), 0)).toBe(true);
    expect(Object.is(sumCents([5, -5]), 0)).toBe(true);
  });

  test("add up exactly in any order, ten thousand of them too", () => {
    fc.assert(
      fc.property(fc.array(signed, { maxLength: 200 }), (amounts) => {
        const exact = amounts.reduce((sum, one) => sum + BigInt(one), 0n);
        expect(BigInt(sumCents(amounts))).toBe(exact);
        expect(sumCents(amounts.toReversed())).toBe(sumCents(amounts));
      }),
    );
    expect(sumCents(Array.from({ length: 10_000 }, () => 10))).toBe(100_000);
  });
});

describe("rounding", () => {
  test.each<[quantity: number, price: number, expected: number]>([
    [10_000, 3333, 3333],
    [30_000, 3333, 9999],
    [5_000, 1, 1],
    [5_000, 3, 2],
    [4_999, 1, 0],
    [15_000, 1, 2],
    [3_333, 9_000, 3_000],
    [1, 10_000, 1],
    [1, 4_999, 0],
    [1, 5_000, 1],
    [0, 999, 0],
  ])("%i ten-thousandths at %i cents are %i cents: half goes up", (count, price, expected) => {
    expect(lineSubtotal(quantity(count), cents(price))).toBe(expected);
  });

  test.each<[amount: number, rate: number, expected: number]>([
    [9_999, 62_500, 625],
    [10_000, 62_500, 625],
    [100, 5_000, 1],
    [100, 4_999, 0],
    [50, 10_000, 1],
    [49, 10_000, 0],
    [-50, 10_000, -1],
    [-49, 10_000, 0],
    [1, 1_000_000, 1],
    [0, 62_500, 0],
  ])("of %i cents, %i ppm are %i cents: half goes away from zero", (base, rate, expected) => {
    expect(rateOf(cents(base), ppm(rate))).toBe(expected);
  });

  test("agrees with arithmetic in whole numbers of any size, 10,000 times each", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 9_999_999 }), (price, count) => {
        expect(BigInt(lineSubtotal(quantity(count), price))).toBe(rounded(BigInt(count) * BigInt(price), 10_000n));
      }),
      { numRuns: 10_000 },
    );
    fc.assert(
      fc.property(signed, fc.integer({ min: 0, max: 1_000_000 }), (base, rate) => {
        expect(BigInt(rateOf(base, ppm(rate)))).toBe(rounded(BigInt(base) * BigInt(rate), 1_000_000n));
      }),
      { numRuns: 10_000 },
    );
  });

  test("is not what floats say: there are amounts at which they are a cent off", () => {
    const byFloats = (base: number, rate: number) => Math.round((base / 100) * (rate / 1_000_000) * 100);
    expect(rateOf(cents(232), ppm(62_500))).toBe(15);
    expect(byFloats(232, 62_500)).toBe(14);
  });
});

describe("allocation", () => {
  test("gives parts that sum to the whole exactly, whatever the weights", () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 20 }),
        (whole, weights) => {
          fc.pre(weights.some((weight) => weight > 0));
          const parts: Cents[] = allocateCents(whole, weights);
          expect(sumCents(parts)).toBe(whole);
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          for (const [i, part] of parts.entries()) {
            expect(Math.abs(part - (whole * (weights[i] as number)) / total)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
    expect(allocateCents(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
  });
});

describe("hours", () => {
  test.each<[minutes: number, hours: number]>([
    [20, 3_333],
    [40, 6_667],
    [60, 10_000],
    [1, 167],
    [90, 15_000],
    [1_440, 240_000],
  ])("%i minutes are %i ten-thousandths of an hour", (minutes, hours) => expect(hoursOf(minutes)).toBe(hours));

  test("times a rate are never more than half a cent for each dollar of the rate off, and whole hours exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_440 }), fc.integer({ min: 0, max: 50_000 }), (minutes, rate) => {
        const exact = (BigInt(minutes) * BigInt(rate) * 100n) / 60n;
        const billed = BigInt(lineSubtotal(hoursOf(minutes), cents(rate))) * 100n;
        const off = billed > exact ? billed - exact : exact - billed;
        expect(off <= 51n + BigInt(rate) / 100n).toBe(true);
      }),
    );
    for (let hour = 1; hour <= 24; hour++) expect(lineSubtotal(hoursOf(hour * 60), cents(9_000))).toBe(hour * 9_000);
  });
});
