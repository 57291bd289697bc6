import { formatDollars } from "@/lib/kernel/decimal-text";

type Sums = { subtotalCents: number; taxCents: number; totalCents: number };

/** What issuing posts, in words. */
export function postedText(sums: Sums): string {
  const total = `${formatDollars(sums.totalCents)} goes to Accounts Receivable`;
  return sums.taxCents === 0 ? `${total} and to Revenue.` : `${total}: ${partsOf(sums)}.`;
}

/** What a void takes back, in words. */
export function reversedText(sums: Sums): string {
  const total = `${formatDollars(sums.totalCents)} leaves Accounts Receivable`;
  return sums.taxCents === 0 ? `${total} and Revenue.` : `${total}: ${partsOf(sums)}.`;
}

function partsOf(sums: { subtotalCents: number; taxCents: number }): string {
  return `${formatDollars(sums.subtotalCents)} Revenue and ${formatDollars(sums.taxCents)} Sales Tax Payable`;
}
