import type { Permission } from "@/lib/access/permissions";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Plan } from "@/lib/kernel/plans";

export type Price = { month: Cents; year: Cents };

/** What each plan costs and how many active members it includes. */
export const catalog: Record<Plan, Price & { seats: number }> = {
  starter: { month: cents(1_999), year: cents(19_999), seats: 1 },
  professional: { month: cents(4_999), year: cents(49_999), seats: 5 },
  premium: { month: cents(9_999), year: cents(99_999), seats: 10 },
};

export const extraSeat: Price = { month: cents(999), year: cents(9_999) };

/** What every plan has. */
export const basics: readonly string[] = [
  "Clients, projects and services",
  "Timer and time entries",
  "Estimates, proposals and invoices, recurring ones too",
  "Payments, client credit, credit notes and refunds",
  "Vendors and bills",
];

/** What comes with a plan, in words, and the rights that it is made of. From which plan on, permissions.ts says. */
export const features: readonly { words: string; rights: readonly [Permission, ...Permission[]] }[] = [
  { words: "Expenses", rights: ["expenses.read", "expenses.write", "expenses.approve"] },
  { words: "Time approvals", rights: ["time.approve"] },
  {
    words: "Accounts, journal and opening balances",
    rights: ["accounting.read", "accounts.write", "journal.write", "opening.write"],
  },
  {
    words: "Closing of months and years",
    rights: ["periods.read", "periods.close", "periods.reopen", "years.close", "years.reopen"],
  },
  { words: "Reconciliation and the proof of the books", rights: ["books.verify", "books.repair"] },
  { words: "Financial reports", rights: ["reports.read"] },
  { words: "Cash flow, utilization, job costing and project profitability", rights: ["reports.advanced"] },
];
