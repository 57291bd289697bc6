import { describe, expect, test } from "vitest";
import { emptyLine, previewTotals, taxesNothing } from "@/app/c/[company]/invoices/composer-lines";

const typed = (quantity: string, unitPrice: string) => ({ ...emptyLine, quantity, unitPrice, isTaxable: true });

describe("the composer's preview", () => {
  test("says what the server will say, and counts as zero what can't be read yet", () => {
    const totals = previewTotals([typed("1.5", "$1,200.10"), typed("x", "5"), typed("2", "-1")], "6.25");
    expect(totals).toMatchObject({ subtotalCents: 180_015, taxCents: 11_251, totalCents: 191_266 });
  });

  test("of more than an invoice can hold is none, and nothing breaks while it is typed", () => {
    expect(previewTotals([typed("99999999", "9999999999.99")], "0")).toBeNull();
    expect(previewTotals([typed("1", "9999999999.99")], "0")?.totalCents).toBe(999_999_999_999);
  });

  test("says where a percentage taxes nothing; blank lines count for nothing", () => {
    const exempt = { ...typed("1", "5"), isTaxable: false };
    expect(taxesNothing([exempt, emptyLine], "6.25")).toBe(true);
    expect(taxesNothing([exempt, typed("1", "5")], "6.25")).toBe(false);
    expect(taxesNothing([exempt], "0")).toBe(false);
    expect(taxesNothing([emptyLine], "6.25")).toBe(false);
  });
});
