import { expect, test } from "vitest";
import { safeNext } from "@/lib/doors/next-path";

test("after signing in one comes to the page that was wanted, with its query", () => {
  expect(safeNext("/c/alpha/invoices?status=open&page=2")).toBe("/c/alpha/invoices?status=open&page=2");
});

test("… and to no other site and no handler, however the path is spelled", () => {
  const elsewhere = [
    ...["//evil.example", "/\\evil.example", "/.//evil.example", "/x/..//evil.example", "/./\\evil.example"],
    ...["/%2e%2e//evil.example", "https://evil.example", "javascript:alert(1)", "/api/auth/signout", "/c/../api/auth"],
    ...["", "c/alpha", "/\t/evil.example", undefined, ["/c/a", "/c/b"]],
  ];
  for (const next of elsewhere) expect([next, safeNext(next)]).toEqual([next, "/companies"]);
});
