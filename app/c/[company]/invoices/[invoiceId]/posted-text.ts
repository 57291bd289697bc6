import { formatDollars } from "@/lib/kernel/decimal-text";

type Sums = { subtotalCents: number; taxCents: number; totalCents: number };

/** What issuing posts, in words. */
export function postedText(sums: Sums): string {
  const total = `${formatDollars(sums.totalCents)} goes to Accounts Receivable`;
  return sums.taxCents === 0 ? `${total} and to Revenue.` : `${total}: ${partsOf(sums)}.`;
}

/** What a void takes back, in words; where the parts are not at hand it names them without their amounts. */
export function reversedText({ subtotalCents, taxCents, totalCents }: Partial<Sums> & { totalCents: number }): string {
  const total = `${formatDollars(totalCents)} leaves Accounts Receivable`;
  if (subtotalCents === undefined || taxCents === undefined)
    return `${total}, and with it the revenue and any sales tax.`;
  return taxCents === 0 ? `${total} and Revenue.` : `${total}: ${partsOf({ subtotalCents, taxCents })}.`;
}

function partsOf(sums: { subtotalCents: number; taxCents: number }): string {
  return `${formatDollars(sums.subtotalCents)} Revenue and ${formatDollars(sums.taxCents)} Sales Tax Payable`;
}
