import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { changeSubscription, reactivateCompany, suspendCompany } from "@/lib/billing/change-subscription";
import { billingOffice } from "@/lib/doors/billing-office";
import { gate } from "@/lib/doors/gate";
import { hashOf } from "@/lib/identity/secret";
import { openSession, signOutOf } from "@/lib/identity/sessions";
import type { Plan } from "@/lib/kernel/plans";
import { type Firm, personAt, type World, world } from "../../world";
import { committed } from "../reconciliation/plant";

let w: World;

beforeAll(async () => {
  w = await world();
});

const at = (firm: Firm, plan: Plan) =>
  committed((client) =>
    client.query("update subscriptions set plan = $1 where company_id = $2", [plan, firm.owner.seat.company.id]),
  );

async function tokenOf(firm: Firm, role: "owner" | "admin" | "manager" | "staff"): Promise<string> {
  const { userId } = await personAt(firm[role]);
  const [now, caller] = [new Date(), { address: "192.0.2.1", userAgent: "test", requestId: "req-gate" }];
  const shown = { provedAt: now, secondFactorAt: null };
  return inTransaction({ userId }, (db) => openSession(db, userId, shown, caller, now));
}

const visit = (pathname: string, token?: string, search = "") => gate({ pathname, search, token });

describe("the gate before the pages", () => {
  test("sends the signed-out to sign in, with the way back", async () => {
    const path = `/c/${w.a.slug}/invoices`;
    expect(await visit(path, undefined, "?status=open&q=a b")).toBe(
      `/sign-in?next=${encodeURIComponent(`${path}?status=open&q=a b`)}`,
    );
    expect(await visit("/companies")).toBe("/sign-in?next=%2Fcompanies");
    expect(await visit(`/c/${w.a.slug}/reports`, "no such token")).toContain("/sign-in?next=");
  });

  test("takes a session that was ended for none", async () => {
    const token = await tokenOf(w.a, "owner");
    await at(w.a, "premium");
    expect(await visit(`/c/${w.a.slug}/reports`, token)).toBeNull();
    await inTransaction({ holds: hashOf(token) }, (db) => signOutOf(db, token, new Date()));
    expect(await visit(`/c/${w.a.slug}/reports`, token)).toContain("/sign-in?next=");
  });

  test("leads to the page that names the plan, on the plans that leave the page out", async () => {
    const token = await tokenOf(w.a, "manager");
    const asked = (path: string) => visit(`/c/${w.a.slug}${path}`, token);
    await at(w.a, "starter");
    expect(await asked("/reports/cash-flow")).toBe(`/c/${w.a.slug}/plan?for=reports.advanced`);
    expect(await asked("/reports")).toBe(`/c/${w.a.slug}/plan?for=reports.read`);
    expect(await asked("/invoices")).toBeNull();
    await at(w.a, "professional");
    expect(await asked("/reports")).toBeNull();
    expect(await asked("/reports/cash-flow")).toBe(`/c/${w.a.slug}/plan?for=reports.advanced`);
    await at(w.a, "premium");
    expect(await asked("/reports/cash-flow")).toBeNull();
  });

  test("leaves a low role, a stranger and an unknown company to the page's own door", async () => {
    await at(w.a, "starter");
    expect(await visit(`/c/${w.a.slug}/reports`, await tokenOf(w.a, "staff"))).toBeNull();
    expect(await visit(`/c/${w.a.slug}/reports`, await tokenOf(w.b, "owner"))).toBeNull();
    expect(await visit("/c/no-such/reports", await tokenOf(w.b, "owner"))).toBeNull();
  });

  test("leads from a locked company to its plan, and from a suspended one to the page that says so", async () => {
    const token = await tokenOf(w.b, "manager");
    const { work } = await billingOffice(w.b.slug);
    await work((inside) => changeSubscription(inside, { status: "ended" }));
    expect(await visit(`/c/${w.b.slug}/invoices`, token)).toBe(`/c/${w.b.slug}/plan?for=invoices.read`);
    expect(await visit(`/c/${w.b.slug}/dashboard`, token)).toBeNull();
    await work((inside) => suspendCompany(inside, "Chargeback"));
    expect(await visit(`/c/${w.b.slug}/invoices`, token)).toBe(`/suspended?company=${w.b.slug}`);
    await work(reactivateCompany);
    await work((inside) => changeSubscription(inside, { status: "active" }));
  });

  test("leads to the second factor where the company's rule wants it", async () => {
    const token = await tokenOf(w.b, "owner");
    const set = (sql: string) => committed((client) => client.query(sql, [w.b.owner.seat.company.id]));
    await set("update companies set factor_policy = 'all' where id = $1");
    expect(await visit(`/c/${w.b.slug}/invoices`, token)).toBeNull();
    await set("update members set factor_due_at = now() where company_id = $1");
    expect(await visit(`/c/${w.b.slug}/invoices`, token)).toContain("/account/security/authenticator");
    await set("update companies set factor_policy = 'off' where id = $1");
    expect(await visit(`/c/${w.b.slug}/invoices`, token)).toBeNull();
  });

  test("leaves files and public pages alone: a file's own door answers in problem+json", async () => {
    await at(w.a, "starter");
    for (const path of [`/c/${w.a.slug}/reports/cash-flow/csv`, "/", "/sign-in", "/healthz", `/c/${w.a.slug}/moon`]) {
      expect([path, await visit(path)]).toEqual([path, null]);
    }
  });
});
