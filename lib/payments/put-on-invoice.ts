import { type Cents, cents } from "@/lib/kernel/money";
import type { AllocationSource } from "./allocation-queries";

/** What stands on an invoice, apart: money that came in, credit of any kind, deposits one by one, and what was given up. */
export type PutOn = {
  paidCents: Cents;
  creditsCents: Cents;
  deposits: { number: string; amountCents: Cents }[];
  writtenOffCents: Cents;
};

type Row = { source: AllocationSource; depositNumber: string | null; amountCents: number };

/** Sums rows as they were made; what was taken back or refunded is gone from its sum. A credit note counts as credit. */
export function putOnInvoice(rows: readonly Row[]): PutOn {
  const sumOf = (sources: AllocationSource[]) =>
    cents(rows.filter(({ source }) => sources.includes(source)).reduce((sum, row) => sum + row.amountCents, 0));
  const deposits = new Map<string, number>();
  for (const { source, depositNumber, amountCents } of rows) {
    if (source !== "deposit_application") continue;
    const number = depositNumber ?? "";
    deposits.set(number, (deposits.get(number) ?? 0) + amountCents);
  }
  return {
    paidCents: sumOf(["payment", "refund"]),
    creditsCents: sumOf(["credit_application", "credit_note"]),
    deposits: [...deposits]
      .map(([number, amount]) => ({ number, amountCents: cents(amount) }))
      .filter(({ amountCents }) => amountCents !== 0),
    writtenOffCents: sumOf(["write_off"]),
  };
}
