import { type Dinero, dinero, halfAwayFromZero, multiply, toSnapshot, transformScale, USD } from "dinero.js/bigint";

/**
 * The one place where money is parsed, rounded and printed, for server, browser and paper alike.
 * Money is whole cents; arithmetic that can leave a fraction rounds half-up, away from zero. No float ever holds money.
 */
export type Cents = number & { readonly unit: "cents" };

/** Parts per million: a rate of 6.25 % is 62,500. */
export type RatePpm = number & { readonly unit: "ppm" };

/** Ten-thousandths of a unit, numeric(12,4) in the database: 1.5 hours is 15,000. */
export type Quantity = number & { readonly unit: "quantity_e4" };

/** $9,999,999,999.99: the largest single amount that is taken, far below what stays exact. */
export const maxCents = 999_999_999_999;

/** The brand; refuses fractions and what would not stay exact, since that can only be our bug. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new Error(`not whole cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

export function sumCents(amounts: Iterable<number>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

/** round(quantity × unit price) in cents. */
export function lineSubtotal(quantity: Quantity, unitPrice: Cents): Cents {
  return roundToCents(multiply(usd(unitPrice), { amount: BigInt(quantity), scale: 4n }));
}

/** round(amount × rate) in cents. */
export function rateOf(amount: Cents, rate: RatePpm): Cents {
  return roundToCents(multiply(usd(amount), { amount: BigInt(rate), scale: 6n }));
}

/**
 * Splits an amount by weights so that the parts sum to it exactly, by largest remainder: each part is its exact share
 * rounded down, and the cents that are left go where most was cut off, the first among equals. No part is more than its
 * exact share rounded up. All weights zero: all parts zero, so the amount must be zero too.
 */
export function allocateCents(amount: Cents, weights: number[]): Cents[] {
  if (amount < 0) return allocateCents(cents(0 - amount), weights).map((part) => cents(0 - part));
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) {
    if (amount !== 0) throw new Error(`nothing to allocate ${amount} to`);
    return weights.map(() => cents(0));
  }
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((share) => share / whole);
  let left = BigInt(amount) - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = exact
    .map((share, i) => ({ i, cut: share % whole }))
    .sort((a, b) => Number(b.cut > a.cut) - Number(b.cut < a.cut) || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0n) break;
    parts[i] = (parts[i] as bigint) + 1n;
    left -= 1n;
  }
  return parts.map((part) => cents(Number(part)));
}

/** Hours as a quantity: round(minutes / 60) to four decimals. 20 minutes is 0.3333. */
export function hoursOf(minutes: number): Quantity {
  return Math.floor((minutes * 10_000 * 2 + 60) / 120) as Quantity;
}

function usd(amount: number): Dinero<bigint> {
  return dinero({ amount: BigInt(amount), currency: USD });
}

function roundToCents(value: Dinero<bigint>): Cents {
  return cents(Number(toSnapshot(transformScale(value, 2n, halfAwayFromZero)).amount));
}
