import { beforeEach, describe, expect, test, vi } from "vitest";

/** The rules as a process with these settings has them. */
const rules = async (settings: Record<string, string>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { refuseWrite } = await import("@/lib/doors/foreign-writes");
  const { pagePolicyHeaders, securityHeaders } = await import("@/lib/doors/security-headers");
  const asked = (headers: Record<string, string>, { method = "POST", path = "/c/a/clients/new" } = {}) =>
    refuseWrite({ method, path, headers: new Headers(headers) })?.status ?? null;
  return { asked, pagePolicyHeaders, securityHeaders };
};

const production = {
  EZ360_PROFILE: "production",
  NEXTAUTH_URL: "https://books.alder.example",
  NEXTAUTH_SECRET: "Zp3v9QkXw7LrT2mB8sYfH4cJ6nD1gVaE",
  ENCRYPTION_KEYS: "k1:kTb0s8m2JwC9Qx5fVvA1hN7rYpE3LzUd6GiRoWqXtM4=",
};
const home = production.NEXTAUTH_URL;

beforeEach(() => vi.unstubAllEnvs());

describe("a write in production", () => {
  test("comes from the one public address, whatever Host and its forgeries say", async () => {
    const { asked } = await rules(production);
    expect(asked({ origin: home, host: "upstream:3000" })).toBeNull();
    const evil = "https://evil.example";
    expect(asked({ origin: evil, host: "evil.example" })).toBe(403);
    expect(asked({ origin: evil, host: "books.alder.example", "x-forwarded-host": "evil.example" })).toBe(403);
    for (const near of [`${home}:8443`, `${home}.evil.example`, "http://books.alder.example", "null", "", `${home}/`]) {
      expect([near, asked({ origin: near, host: "books.alder.example" })]).toEqual([near, 403]);
    }
    expect(asked({ host: "books.alder.example" })).toBe(403);
  });

  test("is refused with every verb that may change something; reading is free", async () => {
    const { asked } = await rules(production);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(asked({}, { method })).toBe(403);
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(asked({}, { method })).toBeNull();
  });
});

test("in the demo and in development a write comes from the address that is open in the browser", async () => {
  const { asked } = await rules({ EZ360_PROFILE: "demo", NEXTAUTH_URL: "http://127.0.0.1:3360" });
  expect(asked({ origin: "http://localhost:4000", host: "localhost:4000" })).toBeNull();
  expect(asked({ origin: "http://evil.example", host: "localhost:4000" })).toBe(403);
  expect(asked({ origin: "null", host: "localhost:4000" })).toBe(403);
});

test("a write says how long it is, and is no longer than a form can be", async () => {
  const { asked } = await rules(production);
  expect(asked({ origin: home, "content-length": "1000000" })).toBeNull();
  expect(asked({ origin: home, "content-length": "1000001" })).toBe(413);
  expect(asked({ origin: home, "transfer-encoding": "chunked" })).toBe(411);
});

test("reports of browsers need no Origin, but have a length like everything", async () => {
  const { asked } = await rules(production);
  expect(asked({}, { path: "/csp-reports" })).toBeNull();
  expect(asked({ origin: "https://evil.example" }, { path: "/csp-reports" })).toBeNull();
  expect(asked({}, { path: "/csp-reports/x" })).toBe(403);
  expect(asked({ "content-length": "2000000" }, { path: "/csp-reports" })).toBe(413);
});

describe("the headers", () => {
  test("ask for https for a year where people come by https", async () => {
    const { securityHeaders } = await rules(production);
    expect(securityHeaders()["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  });

  test("enforce a policy in which scripts and styles need the nonce of the answer, and say where to report", async () => {
    const { pagePolicyHeaders } = await rules(production);
    const headers = pagePolicyHeaders("abc");
    expect(Object.keys(headers)).toEqual(["content-security-policy", "reporting-endpoints"]);
    expect(headers["content-security-policy"]).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(headers["content-security-policy"]).toContain("report-uri /csp-reports; report-to csp");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["reporting-endpoints"]).toBe('csp="/csp-reports"');
  });

  test("only report where that is set, on every answer, and framing stays refused by the older header", async () => {
    const { pagePolicyHeaders, securityHeaders } = await rules({ ...production, CSP_REPORT_ONLY: "true" });
    for (const headers of [pagePolicyHeaders("abc"), securityHeaders()]) {
      expect(headers).not.toHaveProperty("content-security-policy");
      expect(headers["content-security-policy-report-only"]).toContain("frame-ancestors 'none'");
    }
    expect(securityHeaders()["x-frame-options"]).toBe("DENY");
  });
});
