import type { CompanyAccess } from "@/lib/kernel/company-access";
import { includesPlan, type Plan } from "@/lib/kernel/plans";
import { isAtLeast, type Role } from "@/lib/kernel/roles";

/**
 * The least role; with it the least plan, or that it stays open where the company is locked. `fresh`: what can't be made
 * good by a click, so whoever does it has shown within ten minutes that it is he.
 */
type Need = Role | { role: Role; plan?: Plan; whenLocked?: "open"; fresh?: true };

/**
 * Who may what: the least role for each right, and the plan that it comes with where not every plan has it. Every door
 * asks this table; a page or action that names no right of it does not compile. Where staff may see "theirs" only, the
 * query narrows it by `scope.member`. What is posted is posted on every plan; a gate only opens the books to be read.
 * A company that is locked keeps what tells it where it stands, what opens it again, and the way to take its data along.
 */
export const permissions = {
  "company.read": { role: "staff", whenLocked: "open" },
  "company.write": "admin",
  "security.write": { role: "owner", fresh: true },
  "dashboard.read": { role: "manager", whenLocked: "open" },
  "billing.read": { role: "admin", whenLocked: "open" },
  "billing.write": { role: "admin", whenLocked: "open" },
  "data.export": { role: "admin", whenLocked: "open" },
  "numbering.write": "admin",
  "members.read": "staff",
  "members.write": "admin",
  "members.invite": "admin",
  "members.roles": { role: "admin", fresh: true },
  "members.secure": { role: "admin", fresh: true },
  "company.transfer": { role: "owner", fresh: true },
  "clients.read": "staff",
  "clients.write": "manager",
  "projects.read": "staff",
  "projects.write": "manager",
  "catalog.read": "staff",
  "catalog.write": "manager",
  "timer.use": "staff",
  "time.read": "staff",
  "time.write": "staff",
  "time.return": "manager",
  "time.approve": { role: "manager", plan: "professional" },
  "invoices.read": "staff",
  "invoices.write": "manager",
  "invoices.issue": "manager",
  "invoices.void": "manager",
  "recurring.read": "manager",
  "recurring.write": "manager",
  "estimates.read": "staff",
  "estimates.write": "manager",
  "estimates.send": "manager",
  "templates.read": "manager",
  "templates.write": "admin",
  "payments.read": "manager",
  "payments.write": "manager",
  "expenses.read": { role: "staff", plan: "professional" },
  "expenses.write": { role: "staff", plan: "professional" },
  "expenses.approve": { role: "manager", plan: "professional" },
  "vendors.read": "manager",
  "vendors.write": "manager",
  "bills.read": "manager",
  "bills.write": "manager",
  "credit_notes.read": "manager",
  "credit_notes.write": "manager",
  "accounting.read": { role: "manager", plan: "professional" },
  "accounts.write": { role: "admin", plan: "professional" },
  "journal.write": { role: "admin", plan: "professional" },
  "periods.read": { role: "manager", plan: "professional" },
  "periods.close": { role: "admin", plan: "professional" },
  "periods.reopen": { role: "owner", plan: "professional", fresh: true },
  "years.close": { role: "admin", plan: "professional" },
  "years.reopen": { role: "owner", plan: "professional", fresh: true },
  "opening.write": { role: "admin", plan: "professional" },
  "reports.read": { role: "manager", plan: "professional" },
  "reports.advanced": { role: "manager", plan: "premium" },
  "audit.read": "manager",
  "books.verify": { role: "manager", plan: "professional" },
  "books.repair": { role: "admin", plan: "professional" },
} as const satisfies Record<string, Need>;

export type Permission = keyof typeof permissions;

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text);
}

/** What a member of a company is judged by. */
export type Standing = { member: { role: Role }; company: { plan: Plan; access: CompanyAccess } };

export type Lack = "suspended" | "forbidden" | "locked" | "upgrade_required";

export function roleFor(permission: Permission): Role {
  return needOf(permission).role;
}

export function planFor(permission: Permission): Plan {
  return needOf(permission).plan ?? "starter";
}

function needOf(permission: Permission): Exclude<Need, Role> {
  const need: Need = permissions[permission];
  return typeof need === "string" ? { role: need } : need;
}

export function needsFresh(permission: Permission): boolean {
  return needOf(permission).fresh === true;
}

/**
 * A suspended company opens to nobody. Then the role: nobody is sent to pay, or to buy a plan, for what his role would
 * still not open.
 */
export function verdictOn({ member, company }: Standing, permission: Permission): "yes" | Lack {
  const need = needOf(permission);
  if (company.access.state === "suspended") return "suspended";
  if (!isAtLeast(member.role, need.role)) return "forbidden";
  if (company.access.state === "locked" && need.whenLocked !== "open") return "locked";
  return includesPlan(company.plan, planFor(permission)) ? "yes" : "upgrade_required";
}

export function may(standing: Standing, permission: Permission): boolean {
  return verdictOn(standing, permission) === "yes";
}

const gravity: readonly Lack[] = ["suspended", "forbidden", "locked", "upgrade_required"];

/** The first of these rights that is missing, and by what: the gravest lack of all of them. */
export function missing<P extends Permission>(standing: Standing, rights: readonly P[]) {
  for (const lack of gravity) {
    const right = rights.find((one) => verdictOn(standing, one) === lack);
    if (right) return { right, verdict: lack };
  }
  return null;
}
