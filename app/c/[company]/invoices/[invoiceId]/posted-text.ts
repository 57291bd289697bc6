import type { InvoiceKind } from "@/lib/invoicing/invoice";
import { formatDollars } from "@/lib/kernel/decimal-text";

type Sums = { kind: InvoiceKind; subtotalCents: number; taxCents: number; totalCents: number };

/** What issuing posts, in words. A deposit is held, not earned. */
export function postedText(sums: Sums): string {
  const total = `${formatDollars(sums.totalCents)} goes to Accounts Receivable`;
  if (sums.kind === "deposit")
    return `${total} and is held in Customer Deposits. Revenue appears when it is applied to an invoice for the work.`;
  return sums.taxCents === 0 ? `${total} and to Revenue.` : `${total}: ${partsOf(sums)}.`;
}

/** What a void takes back, in words. */
export function reversedText(sums: Sums): string {
  const total = `${formatDollars(sums.totalCents)} leaves Accounts Receivable`;
  if (sums.kind === "deposit") return `${total} and Customer Deposits.`;
  return sums.taxCents === 0 ? `${total} and Revenue.` : `${total}: ${partsOf(sums)}.`;
}

function partsOf(sums: { subtotalCents: number; taxCents: number }): string {
  return `${formatDollars(sums.subtotalCents)} Revenue and ${formatDollars(sums.taxCents)} Sales Tax Payable`;
}
