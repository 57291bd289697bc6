import { expect, test } from "vitest";
import { missing, type Permission, permissions, verdictOn } from "@/lib/access/permissions";
import { type CompanyAccess, openAccess } from "@/lib/kernel/company-access";
import { type Plan, plans } from "@/lib/kernel/plans";
import { type Role, roles } from "@/lib/kernel/roles";

const working: CompanyAccess[] = [openAccess, { state: "open", trialDaysLeft: 3 }, { state: "grace", daysLeft: 1 }];
const lockedUp: CompanyAccess = { state: "locked", why: "payment_overdue" };

/** By right: from which role, and from which plan. Written out, so that a change of the table is a change here. */
const expected: Record<Permission, string> = {
  "company.read": "staff starter",
  "company.write": "admin starter",
  "numbering.write": "admin starter",
  "recurring.read": "manager starter",
  "recurring.write": "manager starter",
  "security.write": "owner starter",
  "dashboard.read": "manager starter",
  "billing.read": "admin starter",
  "billing.write": "admin starter",
  "data.export": "admin starter",
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

const rights = Object.keys(permissions) as Permission[];

test.each(rights)("%s opens by role and plan, and by nothing else", (right) => {
  for (const access of working)
    for (const role of roles)
      for (const plan of plans) {
        const standing = { member: { role }, company: { plan, access } };
        expect([role, plan, verdictOn(standing, right)]).toEqual([role, plan, byRoleAndPlan(right, role, plan)]);
      }
});

/** Of a locked company: where it stands, what opens it, and its data. Written out, as above. */
const openWhenLocked = ["company.read", "dashboard.read", "billing.read", "billing.write", "data.export"];

test.each(rights)("%s in a locked company, and in one that is suspended", (right) => {
  for (const role of roles)
    for (const plan of plans) {
      const usual = byRoleAndPlan(right, role, plan);
      const inState = (access: CompanyAccess) => verdictOn({ member: { role }, company: { plan, access } }, right);
      const stays = usual === "forbidden" || openWhenLocked.includes(right);
      expect([role, plan, inState({ state: "locked", why: "trial_ended" })]).toEqual([
        role,
        plan,
        stays ? usual : "locked",
      ]);
      expect(inState({ state: "suspended" })).toBe("suspended");
    }
});

test("of several rights the gravest lack is told", () => {
  const staff = { member: { role: "staff" as const }, company: { plan: "starter" as const, access: lockedUp } };
  const owner = { ...staff, member: { role: "owner" as const } };
  expect(missing(staff, ["time.read", "reports.read"])).toEqual({ right: "reports.read", verdict: "forbidden" });
  expect(missing(owner, ["company.read", "reports.read"])).toEqual({ right: "reports.read", verdict: "locked" });
  expect(missing(owner, ["company.read", "dashboard.read"])).toBeNull();
  const working = { ...owner, company: { plan: "starter" as const, access: openAccess } };
  expect(missing(working, ["time.read", "reports.read"])?.verdict).toBe("upgrade_required");
});

test("what stays open in a lock comes with every plan: nobody is sent to buy what he may have", () => {
  for (const right of rights) {
    const standing = { member: { role: "owner" as const }, company: { plan: "starter" as const, access: lockedUp } };
    expect([right, verdictOn(standing, right)]).not.toEqual([right, "upgrade_required"]);
  }
});

function byRoleAndPlan(right: Permission, role: Role, plan: Plan): string {
  const [leastRole = "", leastPlan = ""] = expected[right].split(" ");
  const roleDoes = roles.indexOf(role) >= (roles as readonly string[]).indexOf(leastRole);
  const planDoes = plans.indexOf(plan) >= (plans as readonly string[]).indexOf(leastPlan);
  return roleDoes ? (planDoes ? "yes" : "upgrade_required") : "forbidden";
}
