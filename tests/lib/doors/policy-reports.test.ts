import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { takePolicyReports, violationsIn } from "@/lib/doors/policy-reports";
import { log } from "@/lib/gateways/log";

const legacy = (report: object) => ({ "csp-report": report });
const modern = (...bodies: object[]) => bodies.map((body) => ({ type: "csp-violation", age: 1, body }));

beforeEach(() => {
  vi.spyOn(log(), "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What of a post comes into the log. */
async function logged(body: string, type = "application/csp-report", headers: Record<string, string> = {}) {
  const post = { method: "POST", body, headers: { "content-type": type, "x-request-id": "r1", ...headers } };
  await takePolicyReports(new Request("http://x/csp-reports", post));
  return vi.mocked(log().warn).mock.calls.map(([told]) => told as unknown);
}

const known = {
  directive: "img-src",
  blocked: "https://cdn.example/logo.png",
  page: "https://books.example/c/alder/clients",
  line: 7,
};

test("both ways in which browsers report are understood, and logged with the id of the request", async () => {
  const old = legacy({
    ...{ "document-uri": "https://books.example/c/alder/clients?q=Pike", "violated-directive": "img-src 'self'" },
    ...{ "blocked-uri": "https://cdn.example/logo.png?key=1", "line-number": 7 },
  });
  const young = modern({
    ...{ documentURL: "https://books.example/c/alder/clients#x", effectiveDirective: "img-src", lineNumber: 7 },
    ...{ blockedURL: "https://user:pass@cdn.example/logo.png", disposition: "enforce" },
  });
  expect(await logged(JSON.stringify(old))).toEqual([{ requestId: "r1", violations: [known] }]);
  expect(await logged(JSON.stringify(young), "application/reports+json; charset=utf-8")).toHaveLength(2);
  expect(violationsIn(young)).toEqual([known]);
});

describe("into the log comes", () => {
  test("no query, login, fragment, nor a part of a path that could open something", () => {
    const secret = "Zp3v9QkXw7LrT2mB8sYfH4cJ6nD1gVaE";
    const [found] = violationsIn(
      legacy({
        "document-uri": `https://u:${secret}@books.example/invite/${secret}?t=${secret}#${secret}`,
        "blocked-uri": `data:text/plain,${secret}`,
        "effective-directive": `script-src ${secret}`,
      }),
    );
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(found).toEqual({ directive: "script-src", blocked: "data", page: "https://books.example/invite/…" });
  });

  test("of very many reports the first five, and of long ones a short line", async () => {
    const many = modern(...Array.from({ length: 40 }, () => ({ blockedURL: `https://${"a".repeat(60)}.example/` })));
    const [told] = (await logged(JSON.stringify(many), "application/reports+json")) as { violations: object[] }[];
    expect(told?.violations).toHaveLength(5);
    const path = Array.from({ length: 100 }, (_, i) => `part-${i}`).join("/");
    expect(violationsIn(legacy({ "blocked-uri": `https://x.example/${path}` }))[0]?.blocked).toHaveLength(200);
  });

  test.each([
    ["another type of content", JSON.stringify(legacy({})), "application/json"],
    ["more than 16 kB", JSON.stringify(legacy({ "blocked-uri": "x".repeat(17_000) })), "application/csp-report"],
    ["what is no JSON", "{{", "application/csp-report"],
    ["nothing", "", "application/csp-report"],
    ["an empty list", "[]", "application/reports+json"],
    ["a list of anything", '[1,null,"x",[[]],{}]', "application/reports+json"],
    ["null", "null", "application/csp-report"],
    ["a deep list", "[".repeat(8_000) + "]".repeat(8_000), "application/reports+json"],
    ["a prototype", '{"__proto__":{"csp-report":{"blocked-uri":"x"}}}', "application/csp-report"],
    ["another report", '[{"type":"deprecation","body":{"id":"x"}}]', "application/reports+json"],
  ])("nothing of %s", async (_, body, type) => {
    expect(await logged(body, type)).toEqual([]);
  });

  test("no control character and no line of somebody's own, whatever was sent", () => {
    const json = fc.jsonValue();
    const bodies = fc.record({ blockedURL: json, documentURL: json, effectiveDirective: json, lineNumber: json });
    fc.assert(
      fc.property(
        fc.oneof(
          json,
          bodies.map((body) => modern(body)),
        ),
        (given) => {
          for (const { directive, blocked, page } of violationsIn(given)) {
            for (const one of [directive, blocked, page]) expect(one).toMatch(/^[\x20-\x7e…]{1,200}$/);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(violationsIn(legacy({ "blocked-uri": "inline\r\nforged", "document-uri": "http://a/\r\nb" }))).toEqual([
      { directive: "unknown", blocked: "inline", page: "http://a/b" },
    ]);
  });
});

test("nothing that is sent reaches the prototype of all objects", async () => {
  await logged('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  await logged('[{"type":"csp-violation","body":{"__proto__":{"polluted":1}}}]', "application/reports+json");
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
