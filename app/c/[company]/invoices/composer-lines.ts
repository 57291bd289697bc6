import { type InvoiceTotals, isTooLarge, totalsOf } from "@/lib/invoicing/invoice";
import { parseMoney, parsePercent, parseQuantity } from "@/lib/kernel/decimal-text";
import { cents, type Quantity, type RatePpm } from "@/lib/kernel/money";

/** A line as it is typed: text, until it is summed or sent. */
export type ComposerLine = {
  lineId: string | null;
  itemId: string;
  description: string;
  quantity: string;
  unitPrice: string;
  isTaxable: boolean;
  /** "12:30 of time" where the line carries time; removing it gives the time back. */
  timeText?: string;
};

export type CatalogChoice = {
  id: string;
  name: string;
  description: string;
  unitPriceCents: number | null;
  isTaxable: boolean;
};

export const emptyLine: ComposerLine = {
  lineId: null,
  itemId: "",
  description: "",
  quantity: "1",
  unitPrice: "",
  isTaxable: false,
};

/** A line in which nothing was typed yet is no line. */
export function isBlank(line: ComposerLine): boolean {
  return !line.lineId && !line.itemId && line.description.trim() === "" && line.unitPrice.trim() === "";
}

/**
 * What the server will say, as far as what is typed can be read; the rest counts as zero until it can. Null where a line
 * is more than an invoice can hold.
 */
export function previewTotals(lines: ComposerLine[], taxPercent: string): InvoiceTotals | null {
  const tax = parsePercent(taxPercent);
  const amounts = lines.map((line) => {
    const quantity = parseQuantity(line.quantity);
    const price = parseMoney(line.unitPrice);
    return {
      quantity: quantity.ok ? quantity.value : (0 as Quantity),
      unitPriceCents: price.ok && price.value >= 0 ? price.value : cents(0),
      isTaxable: line.isTaxable,
    };
  });
  return amounts.some(isTooLarge) ? null : totalsOf(amounts, tax.ok ? tax.value : (0 as RatePpm));
}

/** The `lines` field: what lib/invoicing/inputs.ts reads. */
export function sentLines(lines: ComposerLine[]): string {
  return JSON.stringify(
    lines.filter((line) => !isBlank(line)).map(({ timeText: _, ...line }) => ({ ...line, lineId: line.lineId ?? "" })),
  );
}
