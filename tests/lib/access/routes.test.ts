import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { companyFiles, companyPages, openRoutes } from "@/lib/access/route-table";
import { routeAt } from "@/lib/access/routes";
import { root } from "@/scripts/local/paths";
import { patternOf, type RouteFile, readRouteFiles, routeTable } from "@/scripts/local/route-table";

const files = readRouteFiles(root);
const kept = readFileSync(join(root, "lib/access/route-table.ts"), "utf8");
const list = "app/c/[company]/invoices/page.tsx";

function plus(path: string, text: string): RouteFile[] {
  return [...files.filter((file) => file.path !== path), { path, text }];
}

describe("the registry of routes", () => {
  test("says what each page and route handler asks: `npm run routes` makes it anew", () => {
    expect(files.length).toBeGreaterThan(120);
    expect(kept).toBe(routeTable(files));
  });

  test.each([
    ["a page more", plus("app/c/[company]/moon/page.tsx", '\n  const scope = await enter(params, "clients.read");')],
    ["a page less", files.filter(({ path }) => path !== list)],
    ["another right", plus(list, '\n  const scope = await enter(params, "invoices.void");')],
    ["one right more", plus(list, '\n  const scope = await enter(params, "invoices.read", "payments.read");')],
    [
      "a file that became a page",
      plus("app/c/[company]/credits/csv/route.ts", '\n  await enter(params, "payments.read")'),
    ],
    ["a page that asks who comes no more", plus("app/companies/page.tsx", "return <p />;")],
    ["a public page more", plus("app/(public)/pricing/page.tsx", "return <p />;")],
  ])("is no longer the registry after %s", (_, planted) => {
    expect(kept).not.toBe(routeTable(planted));
  });

  test.each([
    ["no door", "\n  return <p />;"],
    ["a door behind a condition alone", '\n  const more = isMore ? await enter(params, "clients.read") : null;'],
    ["a door in a comment", '\n  // const scope = await enter(params, "clients.read");'],
  ])("is not made while a page of a company has %s", (_, text) => {
    expect(() => routeTable(plus("app/c/[company]/moon/page.tsx", text))).toThrow("moon/page.tsx has no door");
  });
});

describe("a path", () => {
  const patterns = files.map(({ path }) => patternOf(path));
  const example = (pattern: string) => pattern.replace(/\[[^\]]+\]/g, "some-1");

  test("of each route finds what that route asks, and no other route's", () => {
    expect(patterns.length).toBe(Object.keys({ ...openRoutes, ...companyPages, ...companyFiles }).length);
    for (const pattern of patterns) {
      const asks = routeAt(example(pattern));
      const found = asks && "pattern" in asks ? asks.pattern : asks?.kind;
      expect([pattern, found]).toEqual([pattern, openRoutes[pattern as keyof typeof openRoutes] ?? pattern]);
    }
  });

  test("takes a word for the word before it takes it for an id", () => {
    expect(routeAt("/c/harbor/invoices/new")).toMatchObject({ pattern: "/c/[company]/invoices/new" });
    expect(routeAt("/c/harbor/invoices/inv_1")).toMatchObject({ pattern: "/c/[company]/invoices/[invoiceId]" });
  });

  test("that leads nowhere asks nothing", () => {
    for (const path of ["/c", "/c/harbor/moon", "/c/harbor/invoices/inv_1/moon", "/c//invoices", "/C/harbor"]) {
      expect([path, routeAt(path)]).toEqual([path, null]);
    }
  });
});
