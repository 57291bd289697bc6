import { allocationLabels } from "@/lib/payments/allocation-queries";
import { creditFilters, creditSorts } from "@/lib/payments/credit-queries";

/** How the ledger is read from its address, by the page and by the file. */
export const creditOptions = { sorts: creditSorts, defaultSort: "-entered", filters: creditFilters } as const;

/** What can move client credit. */
const moving = [
  "payment",
  "credit_note",
  "refund",
  "credit_application",
  "credit_grant",
  "credit_reduction",
  "credit_payout",
] as const;

export const kindOptions = moving.map((kind) => ({ value: kind as string, label: allocationLabels[kind] }));
