import fc from "fast-check";
import { expect, test } from "vitest";
import { previewTotals, typedLine } from "@/app/c/[company]/invoices/composer-lines";
import { copiedDiscount, copiedLines } from "@/lib/invoicing/copied-lines";
import { amountsOf } from "@/lib/invoicing/draft-lines";
import { totalsOf } from "@/lib/invoicing/invoice";
import { formatDiscount, formatPercent } from "@/lib/kernel/decimal-text";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";

/** A rate, or a sum that is no more than what it is taken from. */
const rate = fc.integer({ min: 0, max: 1_000_000 }).map((ppm) => ({ ppm: ppm as RatePpm, cents: cents(0) }));
const small = fc.integer({ min: 0, max: 99 }).map((sum) => ({ ppm: 0 as RatePpm, cents: cents(sum) }));
const line = fc.record({
  quantity: fc.integer({ min: 10_000, max: 9_999_999 }).map((n) => n as Quantity),
  unitPriceCents: fc.integer({ min: 1_000, max: 5_000_000 }).map((n) => n as Cents),
  isTaxable: fc.boolean(),
  discount: fc.oneof(rate, small),
  typedTaxCents: fc.integer({ min: 0, max: 9_999 }).map((n) => n as Cents),
});
const taxes = fc.constantFrom(0, 62_500, 88_750, 1).map((ppm) => ppm as RatePpm);

test("a stored document, typed again in the composer or copied to another, has the same sums line by line", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), taxes, rate, (lines, taxPpm, discount) => {
      const said = totalsOf(lines, taxPpm, discount);
      const stored = lines.map((one, i) => ({
        ...{ itemId: null, description: "Work", quantity: one.quantity, unitPriceCents: one.unitPriceCents },
        ...{ isTaxable: one.isTaxable, discountPpm: one.discount.ppm },
        ...(said.lines[i] as (typeof said.lines)[number]),
      }));
      const row = { discountPpm: discount.ppm, discountCents: said.discountCents };
      const typed = formatDiscount({ ppm: row.discountPpm, cents: row.discountCents });
      expect(previewTotals(stored.map(typedLine), formatPercent(taxPpm), typed)).toEqual(said);
      expect(amountsOf(copiedLines(stored), taxPpm, copiedDiscount(row))).toEqual(said);
    }),
    { numRuns: 500 },
  );
});
