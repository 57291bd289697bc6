import type { NavigationGroup, NavigationItem } from "@/components/layout/navigation";
import { type Permission, planFor, type Standing, verdictOn } from "@/lib/access/permissions";
import { planNames } from "@/lib/kernel/plans";

type Place = NavigationItem & { can: Permission; group: string };

/** Every place of the product with the right that opens it: the menus and the page of each role come from this list. */
const places: Place[] = [
  { group: "", href: "", label: "Dashboard", icon: "house", can: "company.read" },
  { group: "Work", href: "/clients", label: "Clients", icon: "users", can: "clients.read" },
  { group: "Work", href: "/projects", label: "Projects", icon: "briefcase", can: "projects.read" },
  { group: "Work", href: "/time", label: "Time", icon: "clock", can: "time.read" },
  { group: "Work", href: "/time/approvals", label: "Approvals", icon: "check-check", can: "time.approve" },
  { group: "Work", href: "/catalog", label: "Services", icon: "package", can: "catalog.write" },
  { group: "Money", href: "/estimates", label: "Estimates", icon: "file-pen", can: "estimates.read" },
  { group: "Money", href: "/proposals", label: "Proposals", icon: "file-check", can: "estimates.read" },
  { group: "Money", href: "/invoices", label: "Invoices", icon: "receipt-text", can: "invoices.read" },
  { group: "Money", href: "/invoices/recurring", label: "Recurring", icon: "repeat", can: "recurring.read" },
  { group: "Money", href: "/payments", label: "Payments", icon: "banknote", can: "payments.read" },
  { group: "Money", href: "/credit-notes", label: "Credit notes", icon: "file-minus", can: "credit_notes.read" },
  { group: "Money", href: "/credits", label: "Client credit", icon: "wallet", can: "payments.read" },
  { group: "Money", href: "/expenses", label: "Expenses", icon: "receipt", can: "expenses.read" },
  { group: "Money", href: "/bills", label: "Bills", icon: "file-input", can: "bills.read" },
  { group: "Money", href: "/vendors", label: "Vendors", icon: "store", can: "vendors.read" },
  { group: "Books", href: "/accounting/accounts", label: "Accounts", icon: "book-open", can: "accounting.read" },
  { group: "Books", href: "/accounting/journal", label: "Journal", icon: "scale", can: "accounting.read" },
  { group: "Books", href: "/accounting/periods", label: "Periods", icon: "calendar", can: "periods.read" },
  { group: "Books", href: "/accounting/years", label: "Years", icon: "calendar", can: "accounting.read" },
  { group: "Books", href: "/accounting/opening", label: "Opening balances", icon: "scale", can: "opening.write" },
  { group: "Books", href: "/reports", label: "Reports", icon: "chart", can: "reports.read" },
  {
    group: "Books",
    href: "/accounting/reconciliation",
    label: "Reconciliation",
    icon: "circle-check",
    can: "books.verify",
  },
  { group: "Books", href: "/accounting/books", label: "Proof", icon: "shield-check", can: "books.verify" },
  { group: "Company", href: "/team", label: "Team", icon: "user", can: "members.read" },
  { group: "Company", href: "/plan", label: "Plan", icon: "credit-card", can: "billing.read" },
  { group: "Company", href: "/settings/company", label: "Settings", icon: "settings", can: "company.write" },
  { group: "Company", href: "/settings/time", label: "Time rules", icon: "timer", can: "company.write" },
  { group: "Company", href: "/settings/security", label: "Sign-in rules", icon: "lock", can: "security.write" },
  { group: "Company", href: "/settings/numbering", label: "Numbering", icon: "settings", can: "numbering.write" },
  {
    group: "Company",
    href: "/settings/documents/templates",
    label: "Templates",
    icon: "file-text",
    can: "templates.write",
  },
  { group: "Company", href: "/settings/audit", label: "Audit log", icon: "history", can: "audit.read" },
];

const makings: Place[] = [
  { group: "", href: "/time/new", label: "Time entry", icon: "clock", can: "time.write" },
  { group: "", href: "/invoices/from-time", label: "Invoice from time", icon: "receipt-text", can: "invoices.write" },
  {
    group: "",
    href: "/invoices/from-expenses",
    label: "Invoice from expenses",
    icon: "receipt-text",
    can: "invoices.write",
  },
  { group: "", href: "/invoices/new", label: "Invoice", icon: "receipt-text", can: "invoices.write" },
  { group: "", href: "/payments/new", label: "Payment", icon: "banknote", can: "payments.write" },
  { group: "", href: "/credit-notes/new", label: "Credit note", icon: "file-minus", can: "credit_notes.write" },
  { group: "", href: "/expenses/new", label: "Expense", icon: "receipt", can: "expenses.write" },
  { group: "", href: "/bills/new", label: "Bill", icon: "file-input", can: "bills.write" },
  { group: "", href: "/estimates/new", label: "Estimate", icon: "file-pen", can: "estimates.write" },
  { group: "", href: "/proposals/new", label: "Proposal", icon: "file-check", can: "estimates.write" },
  { group: "", href: "/clients/new", label: "Client", icon: "users", can: "clients.write" },
  { group: "", href: "/projects/new", label: "Project", icon: "briefcase", can: "projects.write" },
];

type Asker = Standing & { company: { slug: string } };

/** What the role opens. What only the plan, or a lock, keeps shut stands there with its mark: its page says what opens it. */
export function navigationFor(asker: Asker): NavigationGroup[] {
  const shown = items(asker, places);
  const groups = [...new Set(shown.map(({ group }) => group))];
  return groups.map((group) => ({ group, items: shown.filter((one) => one.group === group).map(({ item }) => item) }));
}

export function makingsFor(asker: Asker): NavigationItem[] {
  return items(asker, makings).map(({ item }) => item);
}

export function shortcutsFor(asker: Asker): NavigationItem[] {
  const wanted = places.filter(({ href }) => ["", "/time", "/invoices"].includes(href));
  return items(asker, wanted).map(({ item }) => item);
}

function items(asker: Asker, from: Place[]): { group: string; item: NavigationItem }[] {
  return from.flatMap(({ group, href, label, icon, can }) => {
    const verdict = verdictOn(asker, can);
    if (verdict === "forbidden" || verdict === "suspended") return [];
    const item = { href: `/c/${asker.company.slug}${href}`, label, icon };
    if (verdict === "yes") return [{ group, item }];
    const gate = verdict === "locked" ? "locked" : `with the plan ${planNames[planFor(can)]}`;
    return [{ group, item: { ...item, gate } }];
  });
}
