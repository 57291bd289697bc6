import { expect, test } from "vitest";
import { postedText, reversedText } from "@/app/c/[company]/invoices/[invoiceId]/posted-text";

const taxed = { kind: "standard" as const, subtotalCents: 44_500, taxCents: 2_792, totalCents: 47_292 };
const untaxed = { kind: "standard" as const, subtotalCents: 44_500, taxCents: 0, totalCents: 44_500 };

test("what issuing posts is said part by part when there is tax", () => {
  expect(postedText(taxed)).toBe("$472.92 goes to Accounts Receivable: $445.00 Revenue and $27.92 Sales Tax Payable.");
  expect(postedText(untaxed)).toBe("$445.00 goes to Accounts Receivable and to Revenue.");
});

test("what a void takes back is said likewise", () => {
  expect(reversedText(taxed)).toBe("$472.92 leaves Accounts Receivable: $445.00 Revenue and $27.92 Sales Tax Payable.");
  expect(reversedText(untaxed)).toBe("$445.00 leaves Accounts Receivable and Revenue.");
});

test("a deposit is said to be held, and never to be revenue", () => {
  const deposit = { kind: "deposit" as const, subtotalCents: 300_000, taxCents: 0, totalCents: 300_000 };
  expect(postedText(deposit)).toContain("is held in Customer Deposits");
  expect(reversedText(deposit)).toBe("$3,000.00 leaves Accounts Receivable and Customer Deposits.");
});
