import { beforeAll, describe, expect, test, vi } from "vitest";
import { makingsFor, navigationFor } from "@/app/c/[company]/navigation";
import { inTransaction } from "@/db/client";
import { changeSubscription } from "@/lib/billing/change-subscription";
import { billingOffice } from "@/lib/doors/billing-office";
import { deskOf } from "@/lib/doors/console";
import { download } from "@/lib/doors/download";
import type { SignedIn } from "@/lib/identity/sessions";
import { getInvoice } from "@/lib/invoicing/queries";
import { cashIn, receivables } from "@/lib/reports/dashboard";
import { submitTime } from "@/lib/time/submit-time";
import { billed, issue, newClient, newProject, pay, worked } from "../../deeds";
import { noon, personAt, type World, world } from "../../world";

let signedIn: SignedIn | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("@/lib/doors/session", () => ({ currentUser: async () => signedIn }));

describe("a firm on the plan Starter", () => {
  let w: World;
  const desk = async (role: string) => {
    const email = `${role}@alpha1.test`;
    const one = await deskOf(w.a.slug, email);
    return { ...one, work: ((run) => one.work(run, { now: noon })) as typeof one.work };
  };

  beforeAll(async () => {
    w = await world();
    const office = await billingOffice(w.a.slug);
    await office.work((work) => changeSubscription(work, { plan: "starter" }));
  });

  test("works from the hour to the payment, with its books kept underneath", async () => {
    const manager = await desk("manager");
    const clientId = await newClient(manager);
    const projectId = await newProject(manager, clientId);
    const time = await worked(manager, projectId, 60);
    await manager.work((work) => submitTime(work, { timeEntryIds: [time] }));
    const invoiceId = await billed(manager, clientId, [time]);
    await issue(manager, invoiceId);
    await pay(manager, invoiceId, "40");
    const scope = manager.scope(noon);
    expect((await getInvoice(scope, invoiceId)).balanceCents).toBe(5_000);
    expect((await receivables(scope)).open).toEqual({ count: 1, cents: 5_000 });
    expect((await cashIn(scope)).lastDays.cents).toBe(4_000);
    const { rows } = await scope.read((db) =>
      db.execute<{ n: string; sum: string }>("select count(*) n, sum(amount_cents) sum from journal_lines"),
    );
    expect(rows[0]).toEqual({ n: "4", sum: "0" });
  });

  test("is shown what its plan leaves out with the plan that has it, and the other company has it unmarked", async () => {
    const gates = (asker: Parameters<typeof navigationFor>[0]) =>
      Object.fromEntries(
        [...navigationFor(asker).flatMap((group) => group.items), ...makingsFor(asker)].map(
          ({ label, gate }) => [label, gate] as const,
        ),
      );
    const here = gates((await desk("owner")).scope(noon));
    const there = gates(w.b.owner.scope());
    for (const label of ["Approvals", "Accounts", "Journal", "Periods", "Reports", "Proof", "Expenses", "Expense"]) {
      expect([label, here[label]]).toEqual([label, "with the plan Professional"]);
    }
    for (const label of ["Invoices", "Payments", "Time", "Team", "Plan", "Audit log", "Invoice"]) {
      expect(Object.keys(here)).toContain(label);
      expect([label, here[label]]).toEqual([label, undefined]);
    }
    expect(Object.values(there).filter(Boolean)).toEqual([]);
    const staff = gates((await desk("staff")).scope(noon));
    expect(Object.keys(staff)).not.toContain("Reports");
    expect(staff.Expenses).toBe("with the plan Professional");
  });

  test("a file that the plan leaves out is refused with the plan that has it; a low role is told of the role", async () => {
    const get = (right: "reports.read" | "reports.advanced") =>
      download(Promise.resolve({ company: w.a.slug }), right, async () => ({ filename: "x.csv", body: "" }));
    signedIn = await personAt(w.a.owner);
    expect(await (await get("reports.read")).json()).toMatchObject({
      status: 403,
      code: "upgrade_required",
      detail: expect.stringContaining("Professional"),
    });
    expect((await (await get("reports.advanced")).json()).detail).toContain("Premium");
    signedIn = await personAt(w.a.staff);
    expect(await (await get("reports.read")).json()).toMatchObject({ code: "forbidden" });
  });

  test("the database knows three plans and no other", async () => {
    const id = w.b.owner.seat.company.id;
    const planned = (plan: string) =>
      inTransaction({ companyId: id, operator: true }, (db) => db.execute(`update subscriptions set plan = '${plan}'`));
    await expect(planned("gold")).rejects.toMatchObject({ cause: { constraint: "subscriptions_plan_check" } });
  });
});
