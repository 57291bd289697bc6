import { isAtLeast, type Role } from "@/lib/kernel/roles";

/**
 * Who may what: the least role for each right. Every door asks this table; a page or action that names no right of it
 * does not compile. Where staff may see "theirs" only, the query narrows it by `scope.member`.
 */
export const permissions = {
  "company.read": "staff",
  "company.write": "admin",
  "members.read": "staff",
  "clients.read": "staff",
  "clients.write": "manager",
  "projects.read": "staff",
  "projects.write": "manager",
  "catalog.read": "staff",
  "catalog.write": "manager",
  "timer.use": "staff",
  "time.read": "staff",
  "time.write": "staff",
  "time.approve": "manager",
  "invoices.read": "staff",
  "invoices.write": "manager",
  "invoices.issue": "manager",
  "invoices.void": "manager",
  "payments.read": "manager",
  "payments.write": "manager",
  "accounting.read": "manager",
  "accounts.write": "admin",
  "journal.write": "admin",
  "periods.read": "manager",
  "periods.close": "admin",
  "periods.reopen": "owner",
  "reports.read": "manager",
  "audit.read": "manager",
  "books.verify": "manager",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof permissions;

export function mayRole(role: Role, permission: Permission): boolean {
  return isAtLeast(role, permissions[permission]);
}
