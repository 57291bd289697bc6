import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { enter } from "@/lib/doors/page";
import type { SignedIn } from "@/lib/identity/sessions";
import { personAt, type World, world } from "../../world";
import { committed } from "../reconciliation/plant";

let signedIn: SignedIn | null = null;
const way = vi.hoisted(() => (name: string) => (to = "") => {
  throw new Error(`${name} ${to}`.trim());
});

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-path": "/c/x" }) }));
vi.mock("next/navigation", () => ({ redirect: way("to"), forbidden: way("forbidden"), notFound: way("not found") }));
vi.mock("@/lib/doors/session", () => ({ currentUser: async () => signedIn }));

describe("the door of pages", () => {
  let w: World;
  const at = (plan: string) =>
    committed((client) =>
      client.query("update companies set plan = $1 where id = $2", [plan, w.a.owner.seat.company.id]),
    );
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
});
