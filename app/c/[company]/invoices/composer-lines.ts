import type { DocumentTexts } from "@/lib/invoicing/document-template";
import { type Discount, type InvoiceTotals, isTooLarge, noDiscount, totalsOf } from "@/lib/invoicing/invoice";
import {
  decimalOfCents,
  formatDiscount,
  formatQuantity,
  parseDiscount,
  parseMoney,
  parsePercent,
  parseQuantity,
} from "@/lib/kernel/decimal-text";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";

/** A line as it is typed: text, until it is summed or sent. */
export type ComposerLine = {
  lineId: string | null;
  itemId: string;
  description: string;
  quantity: string;
  unitPrice: string;
  /** `10%` or `25.00`. */
  discount: string;
  isTaxable: boolean;
  /** Typed by hand; counts only where the invoice has no percentage. */
  tax: string;
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
  discount: "",
  isTaxable: false,
  tax: "",
};

type StoredLine = {
  itemId: string | null;
  description: string;
  quantity: number;
  unitPriceCents: number;
  discountPpm: number;
  discountCents: number;
  isTaxable: boolean;
  taxCents: number;
};

/** A stored line as it would be typed, as a new one. */
export function typedLine(line: StoredLine): ComposerLine {
  return {
    lineId: null,
    itemId: line.itemId ?? "",
    description: line.description,
    quantity: formatQuantity(line.quantity),
    unitPrice: decimalOfCents(line.unitPriceCents),
    discount: formatDiscount({ ppm: line.discountPpm, cents: line.discountCents }),
    isTaxable: line.isTaxable,
    tax: line.taxCents > 0 ? decimalOfCents(line.taxCents) : "",
  };
}

/** The texts of a document and nothing else of it. */
export function textsOf({ headerText, footerText, terms, notes }: DocumentTexts): DocumentTexts {
  return { headerText, footerText, terms, notes };
}

/** A line in which nothing was typed yet is no line. */
export function isBlank(line: ComposerLine): boolean {
  return !line.lineId && !line.itemId && line.description.trim() === "" && line.unitPrice.trim() === "";
}

/**
 * What the server will say, as far as what is typed can be read; the rest counts as zero until it can. Null where a line
 * is more than an invoice can hold.
 */
export function previewTotals(lines: ComposerLine[], taxPercent: string, discount = ""): InvoiceTotals | null {
  const tax = parsePercent(taxPercent);
  const amounts = lines.map((line) => {
    const quantity = parseQuantity(line.quantity);
    return {
      quantity: quantity.ok ? quantity.value : (0 as Quantity),
      unitPriceCents: amountOf(line.unitPrice),
      discount: discountOf(line.discount),
      isTaxable: line.isTaxable,
      typedTaxCents: amountOf(line.tax),
    };
  });
  if (amounts.some(isTooLarge)) return null;
  return totalsOf(amounts, tax.ok ? tax.value : (0 as RatePpm), discountOf(discount));
}

/** Where tax is typed line by line: the invoice has no percentage. */
export function taxIsTyped(taxPercent: string): boolean {
  const tax = parsePercent(taxPercent);
  return tax.ok && tax.value === 0;
}

/** A percentage stands there, and none of the lines is taxable. */
export function taxesNothing(lines: ComposerLine[], taxPercent: string): boolean {
  const tax = parsePercent(taxPercent);
  const typed = lines.filter((line) => !isBlank(line));
  return tax.ok && tax.value > 0 && typed.length > 0 && typed.every((line) => !line.isTaxable);
}

function amountOf(text: string): Cents {
  const amount = parseMoney(text);
  return amount.ok && amount.value >= 0 ? amount.value : cents(0);
}

function discountOf(text: string): Discount {
  const discount = parseDiscount(text);
  return discount.ok ? discount.value : noDiscount;
}

/** The `lines` field: what lib/invoicing/inputs.ts reads. */
export function sentLines(lines: ComposerLine[]): string {
  return JSON.stringify(
    lines.filter((line) => !isBlank(line)).map(({ timeText: _, ...line }) => ({ ...line, lineId: line.lineId ?? "" })),
  );
}
