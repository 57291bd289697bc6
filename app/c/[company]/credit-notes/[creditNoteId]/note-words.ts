import { formatDollars } from "@/lib/kernel/decimal-text";

type Sums = { subtotalCents: number; taxCents: number };

/** What posting a credit note does in the books, in words. */
export function notePostedText(
  note: Sums,
  { onInvoiceCents, creditCents }: { onInvoiceCents: number; creditCents: number },
) {
  const from = [
    onInvoiceCents > 0 ? `${formatDollars(onInvoiceCents)} leaves Accounts Receivable` : null,
    creditCents > 0 ? `${formatDollars(creditCents)} goes to Client Credit` : null,
  ].filter(Boolean);
  return `${partsOf(note)} taken back; ${from.join(", ")}.`;
}

function partsOf({ subtotalCents, taxCents }: Sums): string {
  const parts = [
    subtotalCents > 0 ? `${formatDollars(subtotalCents)} of Revenue` : null,
    taxCents > 0 ? `${formatDollars(taxCents)} of Sales Tax Payable` : null,
  ].filter(Boolean);
  return `${parts.join(" and ")} ${parts.length > 1 ? "are" : "is"}`;
}
