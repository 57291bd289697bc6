import type { Page } from "@playwright/test";

/** A path below the company, or the first row of the list at a path and what is added to its address. */
export type Place = string | { firstOf: string; suffix?: string };

/** Every page of a company: the journeys look for faults on them, the screenshots show them. */
export const places: Record<string, Place> = {
  dashboard: "",
  clients: "/clients",
  "client-new": "/clients/new",
  client: { firstOf: "/clients" },
  "client-edit": { firstOf: "/clients", suffix: "/edit" },
  projects: "/projects",
  "project-new": "/projects/new",
  project: { firstOf: "/projects" },
  "project-edit": { firstOf: "/projects", suffix: "/edit" },
  time: "/time",
  "time-new": "/time/new",
  approvals: "/time/approvals",
  catalog: "/catalog",
  "item-new": "/catalog/new",
  item: { firstOf: "/catalog" },
  invoices: "/invoices",
  "invoice-new": "/invoices/new",
  "invoice-time": "/invoices/from-time",
  "invoice-locked": { firstOf: "/invoices?status=open" },
  "invoice-paid": { firstOf: "/invoices?status=paid" },
  "invoice-draft": { firstOf: "/invoices?status=draft" },
  composer: { firstOf: "/invoices?status=draft", suffix: "/edit" },
  "invoice-reconcile": { firstOf: "/invoices?status=paid", suffix: "/reconcile" },
  payments: "/payments",
  "payment-new": "/payments/new",
  payment: { firstOf: "/payments" },
  accounts: "/accounting/accounts",
  "account-new": "/accounting/accounts/new",
  account: { firstOf: "/accounting/accounts", suffix: "/edit" },
  journal: "/accounting/journal",
  entry: { firstOf: "/accounting/journal" },
  "journal-new": "/accounting/journal/new",
  periods: "/accounting/periods",
  "period-new": "/accounting/periods/new",
  "period-open": { firstOf: "/accounting/periods" },
  "period-closed": { firstOf: "/accounting/periods?status=closed" },
  books: "/accounting/books",
  reports: "/reports",
  "trial-balance": "/reports/trial-balance",
  "profit-loss": "/reports/profit-loss",
  "balance-sheet": "/reports/balance-sheet",
  "general-ledger": "/reports/general-ledger",
  "ar-aging": "/reports/ar-aging",
  audit: "/settings/audit",
  settings: "/settings/company",
  team: "/team",
};

/** Goes to a page of this company. */
export async function open(page: Page, slug: string, place: Place): Promise<void> {
  const home = `/c/${slug}`;
  if (typeof place === "string") {
    await page.goto(home + place);
    return;
  }
  await page.goto(home + place.firstOf);
  const href = await page.locator("main table tbody a").first().getAttribute("href");
  await page.goto(`${href}${place.suffix ?? ""}`);
}
