import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountsOf } from "@/lib/invoicing/draft-lines";
import { type LineAmounts, noDiscount, standingOf, totalsOf } from "@/lib/invoicing/invoice";
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
      lines: [{ subtotalCents: 9_999, taxCents: 625, discountCents: 0, documentDiscountCents: 0 }],
      discountCents: 0,
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
    expect(totalsOf([], percent("6.25"))).toEqual({
      ...{ lines: [], discountCents: 0, subtotalCents: 0, taxCents: 0, totalCents: 0 },
    });
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

  test("take a line's discount first, then the document's, rounded once and spread to the cent, and tax what is left", () => {
    const tenth = { ppm: percent("10"), cents: cents(0) };
    const lines = [
      { ...taxable("3", "33.33"), discount: tenth },
      taxable("1", "50"),
      { ...taxable("1", "0.02"), isTaxable: false },
    ];
    // 99.99 − 10.00 = 89.99; 50.00; 0.02; 5 % of 140.01 is 7.00: 4.50, 2.50 and nothing
    expect(totalsOf(lines, percent("6.25"), { ppm: percent("5"), cents: cents(0) })).toEqual({
      lines: [
        { discountCents: 1_000, documentDiscountCents: 450, subtotalCents: 8_549, taxCents: 534 },
        { discountCents: 0, documentDiscountCents: 250, subtotalCents: 4_750, taxCents: 297 },
        { discountCents: 0, documentDiscountCents: 0, subtotalCents: 2, taxCents: 0 },
      ],
      ...{ discountCents: 700, subtotalCents: 13_301, taxCents: 831, totalCents: 14_132 },
    });
  });

  test("at 0 % have the tax that was typed for a taxable line, and at any other percentage never", () => {
    const typed = { ...taxable("1", "100"), typedTaxCents: cents(725) };
    const exempt = { ...typed, isTaxable: false };
    expect(totalsOf([typed, exempt], percent("0"))).toMatchObject({ taxCents: 725, totalCents: 20_725 });
    expect(totalsOf([typed, exempt], percent("5"))).toMatchObject({ taxCents: 500, totalCents: 20_500 });
  });

  test("with any discounts: no line below zero, and the document's discount is spread wholly and within a cent of each line's part", () => {
    const discount = fc.oneof(
      fc.constant(noDiscount),
      rate.map((ppm) => ({ ppm, cents: cents(0) })),
      fc.integer({ min: 0, max: 5_000_000 }).map((sum) => ({ ppm: percent("0"), cents: cents(sum) })),
    );
    const discounted = fc.tuple(lineAmounts, discount).map(([one, own]) => ({ ...one, discount: own }));
    fc.assert(
      fc.property(fc.array(discounted, { maxLength: 50 }), rate, discount, (lines, ppm, whole) => {
        const totals = totalsOf(lines, ppm, whole);
        const net = totals.lines.map((one) => one.subtotalCents + one.documentDiscountCents);
        const sum = net.reduce((a, b) => a + b, 0);
        expect(totals.lines.every((one) => one.subtotalCents >= 0)).toBe(true);
        expect(totals.lines.reduce((a, one) => a + one.documentDiscountCents, 0)).toBe(totals.discountCents);
        expect(sum - totals.discountCents + totals.taxCents).toBe(totals.totalCents);
        const off = totals.lines.map(
          (one, i) =>
            BigInt(one.documentDiscountCents) * BigInt(sum) - BigInt(totals.discountCents) * BigInt(net[i] as number),
        );
        expect(off.every((part) => (part < 0n ? -part : part) < BigInt(Math.max(sum, 1)))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test("of a discount of more than there is are refused where it was typed", () => {
    const tooMuch = { ppm: percent("0"), cents: dollars("100.01") };
    const off =
      (lines: Parameters<typeof amountsOf>[0], discount = noDiscount) =>
      () =>
        amountsOf(lines, percent("0"), discount);
    expect(off([line("100", { discount: tooMuch })])).toThrow(
      expect.objectContaining({ fields: { "lines.0.discount": expect.any(String) } }),
    );
    expect(off([line("100")], tooMuch)).toThrow(expect.objectContaining({ code: "discount_too_large" }));
    expect(off([line("100.01")], tooMuch)()).toMatchObject({ totalCents: 0 });
  });

  test("larger than an invoice can be are refused with words, however large", () => {
    const refused = (lines: Parameters<typeof amountsOf>[0]) => {
      try {
        return amountsOf(lines, percent("0"), noDiscount).totalCents;
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

  test("that owes nothing because a part was given up is written off; one that still owes is as it would be", () => {
    expect(standingOf(invoice, 100, "2026-11-18", true)).toBe("written_off");
    expect(standingOf(invoice, 40, "2026-11-18", true)).toBe("partly_paid");
    expect(standingOf(invoice, 40, "2026-11-19", true)).toBe("overdue");
  });

  test.each(["draft", "void"] as const)("that is %s stays so, whatever the day", (status) => {
    expect(standingOf({ ...invoice, status }, 0, "2030-01-01")).toBe(status);
  });
});
