/** What is numbered in a series of its own, and how until the company says otherwise. */
export const defaultSeries = [
  { series: "invoice", pattern: "INV-{SEQ:5}" },
  { series: "payment", pattern: "PAY-{SEQ:5}" },
  { series: "project", pattern: "P-{SEQ:5}" },
  { series: "estimate", pattern: "EST-{SEQ:5}" },
  { series: "proposal", pattern: "PRO-{SEQ:5}" },
  { series: "credit_note", pattern: "CN-{SEQ:5}" },
  { series: "bill", pattern: "BILL-{SEQ:5}" },
  { series: "expense", pattern: "EXP-{SEQ:5}" },
  { series: "journal_entry", pattern: "{SEQ}" },
] as const;

export type Series = (typeof defaultSeries)[number]["series"];
/** The journal numbers its entries itself, in the database. */
export type NumberedSeries = Exclude<Series, "journal_entry">;

/** In the order in which people meet them. */
export const seriesLabels: Record<NumberedSeries, string> = {
  invoice: "Invoices",
  estimate: "Estimates",
  proposal: "Proposals",
  credit_note: "Credit notes",
  payment: "Payments",
  bill: "Bills",
  expense: "Expenses",
  project: "Projects",
};
