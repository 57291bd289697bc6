import { includesPlan, type Plan } from "@/lib/kernel/plans";
import { isAtLeast, type Role } from "@/lib/kernel/roles";

/** The least role, or the least role and the least plan. */
type Need = Role | { role: Role; plan: Plan };

/**
 * Who may what: the least role for each right, and the plan that it comes with where not every plan has it. Every door
 * asks this table; a page or action that names no right of it does not compile. Where staff may see "theirs" only, the
 * query narrows it by `scope.member`. What is posted is posted on every plan; a gate only opens the books to be read.
 */
export const permissions = {
  "company.read": "staff",
  "company.write": "admin",
  "dashboard.read": "manager",
  "numbering.write": "admin",
  "members.read": "staff",
  "members.write": "admin",
  "members.invite": "admin",
  "members.roles": "admin",
  "members.secure": "admin",
  "company.transfer": "owner",
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
  "periods.reopen": { role: "owner", plan: "professional" },
  "years.close": { role: "admin", plan: "professional" },
  "years.reopen": { role: "owner", plan: "professional" },
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
export type Standing = { member: { role: Role }; company: { plan: Plan } };

export function roleFor(permission: Permission): Role {
  const need: Need = permissions[permission];
  return typeof need === "string" ? need : need.role;
}

export function planFor(permission: Permission): Plan {
  const need: Need = permissions[permission];
  return typeof need === "string" ? "starter" : need.plan;
}

/** Role first: nobody is sent to buy a plan for what his role would still not open. */
export function verdictOn(
  { member, company }: Standing,
  permission: Permission,
): "yes" | "forbidden" | "upgrade_required" {
  if (!isAtLeast(member.role, roleFor(permission))) return "forbidden";
  return includesPlan(company.plan, planFor(permission)) ? "yes" : "upgrade_required";
}

export function may(standing: Standing, permission: Permission): boolean {
  return verdictOn(standing, permission) === "yes";
}

/** The first of these rights that is missing, and by what. */
export function missing<P extends Permission>(standing: Standing, rights: readonly P[]) {
  const verdicts = rights.map((right) => ({ right, verdict: verdictOn(standing, right) }));
  return (
    verdicts.find(({ verdict }) => verdict === "forbidden") ??
    verdicts.find(({ verdict }) => verdict === "upgrade_required") ??
    null
  );
}
