import { expect, test } from "vitest";
import { type Permission, permissions, verdictOn } from "@/lib/access/permissions";
import { plans } from "@/lib/kernel/plans";
import { roles } from "@/lib/kernel/roles";

/** By right: from which role, and from which plan. Written out, so that a change of the table is a change here. */
const expected: Record<Permission, string> = {
  "company.read": "staff starter",
  "company.write": "admin starter",
  "numbering.write": "admin starter",
  "recurring.read": "manager starter",
  "recurring.write": "manager starter",
  "dashboard.read": "manager starter",
  "members.read": "staff starter",
  "members.write": "admin starter",
  "members.invite": "admin starter",
  "members.roles": "admin starter",
  "members.secure": "admin starter",
  "company.transfer": "owner starter",
  "clients.read": "staff starter",
  "clients.write": "manager starter",
  "projects.read": "staff starter",
  "projects.write": "manager starter",
  "catalog.read": "staff starter",
  "catalog.write": "manager starter",
  "timer.use": "staff starter",
  "time.read": "staff starter",
  "time.write": "staff starter",
  "time.return": "manager starter",
  "time.approve": "manager professional",
  "invoices.read": "staff starter",
  "invoices.write": "manager starter",
  "invoices.issue": "manager starter",
  "invoices.void": "manager starter",
  "estimates.read": "staff starter",
  "estimates.write": "manager starter",
  "estimates.send": "manager starter",
  "templates.read": "manager starter",
  "templates.write": "admin starter",
  "payments.read": "manager starter",
  "payments.write": "manager starter",
  "expenses.read": "staff professional",
  "expenses.write": "staff professional",
  "expenses.approve": "manager professional",
  "vendors.read": "manager starter",
  "vendors.write": "manager starter",
  "bills.read": "manager starter",
  "bills.write": "manager starter",
  "credit_notes.read": "manager starter",
  "credit_notes.write": "manager starter",
  "accounting.read": "manager professional",
  "accounts.write": "admin professional",
  "journal.write": "admin professional",
  "periods.read": "manager professional",
  "periods.close": "admin professional",
  "periods.reopen": "owner professional",
  "years.close": "admin professional",
  "years.reopen": "owner professional",
  "opening.write": "admin professional",
  "reports.read": "manager professional",
  "reports.advanced": "manager premium",
  "audit.read": "manager starter",
  "books.verify": "manager professional",
  "books.repair": "admin professional",
};

test.each(Object.keys(permissions) as Permission[])("%s opens by role and plan, and by nothing else", (right) => {
  const [leastRole = "", leastPlan = ""] = expected[right].split(" ");
  for (const role of roles)
    for (const plan of plans) {
      const roleDoes = roles.indexOf(role) >= (roles as readonly string[]).indexOf(leastRole);
      const planDoes = plans.indexOf(plan) >= (plans as readonly string[]).indexOf(leastPlan);
      expect([role, plan, verdictOn({ member: { role }, company: { plan } }, right)]).toEqual([
        role,
        plan,
        roleDoes ? (planDoes ? "yes" : "upgrade_required") : "forbidden",
      ]);
    }
});
