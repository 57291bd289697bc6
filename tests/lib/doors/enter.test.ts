import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { changeSubscription, reactivateCompany, suspendCompany } from "@/lib/billing/change-subscription";
import { type BillingOffice, billingOffice } from "@/lib/doors/billing-office";
import { enter } from "@/lib/doors/page";
import type { SignedIn } from "@/lib/identity/sessions";
import type { Plan } from "@/lib/kernel/plans";
import { personAt, type World, world } from "../../world";

let signedIn: SignedIn | null = null;
const way = vi.hoisted(() => (name: string) => (to = "") => {
  throw new Error(`${name} ${to}`.trim());
});

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-path": "/c/x" }) }));
vi.mock("next/navigation", () => ({ redirect: way("to"), forbidden: way("forbidden"), notFound: way("not found") }));
vi.mock("@/lib/doors/session", () => ({ currentUser: async () => signedIn }));

describe("the door of pages", () => {
  let w: World;
  const office = (run: Parameters<BillingOffice["work"]>[0]) => billingOffice(w.a.slug).then(({ work }) => work(run));
  const at = (plan: Plan) => office((work) => changeSubscription(work, { plan }));
  const entering = (...rights: Parameters<typeof enter>[1][]) =>
    enter(Promise.resolve({ company: w.a.slug }), ...rights);

  beforeAll(async () => {
    w = await world();
  });

  beforeEach(async () => {
    signedIn = await personAt(w.a.manager);
  });

  test("what the plan leaves out leads to the page that names the plan, and to nothing else", async () => {
    await at("starter");
    await expect(entering("reports.read")).rejects.toThrow(`to /c/${w.a.slug}/plan?for=reports.read`);
    await at("professional");
    expect((await entering("reports.read")).can("reports.advanced")).toBe(false);
    await expect(entering("reports.read", "reports.advanced")).rejects.toThrow("plan?for=reports.advanced");
    await at("premium");
    expect((await entering("reports.advanced")).can("reports.advanced")).toBe(true);
  });

  test("a role that is too low is told of the role, on the lowest plan too", async () => {
    await at("starter");
    signedIn = await personAt(w.a.staff);
    await expect(entering("reports.read")).rejects.toThrow("forbidden");
    await expect(entering("time.read", "reports.read")).rejects.toThrow("forbidden");
    expect((await entering("time.read")).member.role).toBe("staff");
  });

  test("a locked company leads to its plan from everywhere but what stays open, and every role stays itself", async () => {
    await office((work) => changeSubscription(work, { plan: "professional", status: "ended" }));
    await expect(entering("invoices.read")).rejects.toThrow(`to /c/${w.a.slug}/plan?for=invoices.read`);
    await expect(entering("reports.advanced")).rejects.toThrow("plan?for=reports.advanced");
    expect((await entering("company.read", "dashboard.read")).company.access).toEqual({
      state: "locked",
      why: "ended",
    });
    await expect(entering("billing.read")).rejects.toThrow("forbidden");
    signedIn = await personAt(w.a.staff);
    await expect(entering("dashboard.read")).rejects.toThrow("forbidden");
    await expect(entering("time.read")).rejects.toThrow("plan?for=time.read");
    await office((work) => changeSubscription(work, { status: "past_due" }));
    expect((await entering("time.read")).company.access).toEqual({ state: "grace", daysLeft: 7 });
  });

  test("a suspended company opens nothing, until it is reactivated", async () => {
    await office((work) => suspendCompany(work, "Chargeback"));
    for (const right of ["company.read", "time.read", "payments.read"] as const) {
      await expect(entering(right)).rejects.toThrow(`to /suspended?company=${w.a.slug}`);
    }
    await office(reactivateCompany);
    expect((await entering("time.read")).member.role).toBe("manager");
  });
});
