import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountsOf } from "@/lib/invoicing/draft-lines";
import { type LineAmounts, standingOf, totalsOf } from "@/lib/invoicing/invoice";
import { type Cents, cents, maxCents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { as } from "../../db/roles";
import { dollars, line, percent, pieces } from "../../deeds";

const taxable = (quantity: string, price: string): LineAmounts => ({
  quantity: pieces(quantity),
  unitPriceCents: dollars(price),
  isTaxable: true,
});

const lineAmounts = fc.record({
  quantity: fc.integer({ min: 0, max: 9_999_999 }).map((value) => value as Quantity),
  unitPriceCents: fc.integer({ min: 0, max: 9_999_999 }).map((value) => value as Cents),
  isTaxable: fc.boolean(),
});
const rate = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value as RatePpm);

describe("the totals of an invoice", () => {
  test("3 × $33.33, taxable at 6.25 %, are 99.99 + 6.25 = 106.24", () => {
    expect(totalsOf([taxable("3", "33.33")], percent("6.25"))).toEqual({
      lines: [{ subtotalCents: 9_999, taxCents: 625 }],
      subtotalCents: 9_999,
      taxCents: 625,
      totalCents: 10_624,
    });
  });

  test("at 0 % keep their total", () => {
    expect(totalsOf([taxable("3", "33.33")], percent("0"))).toMatchObject({ taxCents: 0, totalCents: 9_999 });
  });

  test("round each line, then add: three lines of $0.10 at 5 % carry 3 cents of tax, not 2", () => {
    const lines = [taxable("1", "0.10"), taxable("1", "0.10"), taxable("1", "0.10")];
    expect(totalsOf(lines, percent("5"))).toMatchObject({ subtotalCents: 30, taxCents: 3, totalCents: 33 });
  });

  test("tax only what is taxable", () => {
    const lines = [taxable("1", "100"), { ...taxable("1", "100"), isTaxable: false }];
    expect(totalsOf(lines, percent("10"))).toMatchObject({
      subtotalCents: 20_000,
      taxCents: 1_000,
      totalCents: 21_000,
    });
  });

  test("of no lines are zero", () => {
    expect(totalsOf([], percent("6.25"))).toEqual({ lines: [], subtotalCents: 0, taxCents: 0, totalCents: 0 });
  });

  test("are the sum of the lines plus the sum of their taxes, to the cent, for any invoice", () => {
    fc.assert(
      fc.property(fc.array(lineAmounts, { maxLength: 50 }), rate, (lines, ppm) => {
        const totals = totalsOf(lines, ppm);
        expect(totals.totalCents).toBe(totals.subtotalCents + totals.taxCents);
        expect(totals.subtotalCents).toBe(totals.lines.reduce((sum, one) => sum + one.subtotalCents, 0));
        expect(totals.taxCents).toBe(totals.lines.reduce((sum, one) => sum + one.taxCents, 0));
        expect(totals.lines.every((one, i) => lines[i]?.isTaxable || one.taxCents === 0)).toBe(true);
        expect(totals).toEqual(totalsOf(lines, ppm));
      }),
      { numRuns: 1_000 },
    );
  });

  test("are what PostgreSQL's round() says, on 20,000 lines at once", async () => {
    const lines = fc.sample(lineAmounts, { numRuns: 20_000, seed: 20_261_118 });
    const ppms = fc.sample(rate, { numRuns: 20_000, seed: 20_261_119 });
    const rows = await as("app", null, (run) =>
      run<{ subtotal: string; tax: string }>({
        text: `select round(q::numeric / 10000 * p) as subtotal, round(round(q::numeric / 10000 * p) * r / 1000000) as tax
          from unnest($1::bigint[], $2::bigint[], $3::bigint[]) with ordinality as l (q, p, r, place) order by place`,
        values: [lines.map((one) => one.quantity), lines.map((one) => one.unitPriceCents), ppms],
      }),
    );
    const ours = lines.map((one, i) => totalsOf([{ ...one, isTaxable: true }], ppms[i] as RatePpm));
    expect(rows.map(({ subtotal, tax }) => [Number(subtotal), Number(tax)])).toEqual(
      ours.map(({ subtotalCents, taxCents }) => [subtotalCents, taxCents]),
    );
  });

  test("larger than an invoice can be are refused with words, however large", () => {
    const refused = (lines: Parameters<typeof amountsOf>[0]) => {
      try {
        return amountsOf(lines, percent("0")).totalCents;
      } catch (error) {
        return error instanceof Refusal ? error.code : error;
      }
    };
    const most = "9,999,999,999.99";
    expect(refused([line(most)])).toBe(maxCents);
    expect(refused([line(most), line("0.01")])).toBe("amount_too_large");
    expect(refused([line(most, { quantity: pieces("1.0001") })])).toBe("amount_too_large");
    expect(refused([line(most, { quantity: pieces("99,999,999.9999") })])).toBe("amount_too_large");
    expect(refused(Array.from({ length: 500 }, () => line(most)))).toBe("amount_too_large");
  });
});

describe("the standing of an invoice", () => {
  const invoice = { status: "issued" as const, totalCents: cents(100), dueOn: "2026-11-18" };

  test.each([
    [0, "2026-11-18", "issued"],
    [1, "2026-11-18", "partly_paid"],
    [99, "2026-11-18", "partly_paid"],
    [100, "2026-11-18", "paid"],
    [0, "2026-11-19", "overdue"],
    [99, "2026-11-19", "overdue"],
    [100, "2027-11-19", "paid"],
  ])("with %i of 100 cents paid on %s is %s", (paid, today, standing) => {
    expect(standingOf(invoice, paid, today)).toBe(standing);
  });

  test.each(["draft", "void"] as const)("that is %s stays so, whatever the day", (status) => {
    expect(standingOf({ ...invoice, status }, 0, "2030-01-01")).toBe(status);
  });
});
