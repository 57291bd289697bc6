import type { CatalogItemId } from "@/lib/kernel/ids";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import type { InvoiceLineInput } from "./inputs";
import type { Discount } from "./invoice";

type StoredLine = {
  itemId: CatalogItemId | null;
  description: string;
  quantity: Quantity;
  unitPriceCents: Cents;
  isTaxable: boolean;
  discountPpm: RatePpm;
  discountCents: Cents;
  taxCents: Cents;
};

/** The lines of a document as another one is drafted from them: the same amounts, none of the identity. */
export function copiedLines(lines: StoredLine[]): InvoiceLineInput[] {
  return lines.map((line) => ({
    lineId: null,
    itemId: line.itemId,
    description: line.description,
    quantity: line.quantity,
    unitPrice: line.unitPriceCents,
    discount: copiedDiscount(line),
    isTaxable: line.isTaxable,
    tax: line.taxCents > 0 ? line.taxCents : null,
  }));
}

/** As it was typed: with a rate the sum follows from it. */
export function copiedDiscount({ discountPpm: ppm, discountCents }: { discountPpm: RatePpm; discountCents: Cents }) {
  return { ppm, cents: ppm > 0 ? cents(0) : discountCents } satisfies Discount;
}
