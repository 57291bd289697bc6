export type InvariantArea =
  | "Journal"
  | "Numbers"
  | "Receivables"
  | "Client credit"
  | "Invoices"
  | "Estimates"
  | "Payments"
  | "Settlements"
  | "Credit notes"
  | "Deposits"
  | "Expenses"
  | "Bills"
  | "Closed periods"
  | "Time"
  | "Separation"
  | "Records";

/**
 * What must always hold, as a query for what breaks it. `sql` is complete by itself: it asks for the rows of
 * current_company(), never writes, and gives of each offender `kind` and `id`, its `label`, and what was `expected` and
 * `found`, all as text.
 */
export type Invariant = { key: string; area: InvariantArea; title: string; explanation: string; sql: string };
