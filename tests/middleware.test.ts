import { NextRequest, type NextResponse } from "next/server";
import { describe, expect, test } from "vitest";
import { cookieNames } from "@/lib/doors/cookie-names";
import { peerHeader } from "@/lib/doors/peer";
import { middleware } from "@/middleware";

const home = "http://127.0.0.1:3360";
const guarded = { host: "127.0.0.1:3360", [peerHeader()]: "127.0.0.1" };

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<NextResponse> {
  const length: Record<string, string> = body === undefined ? {} : { "content-length": String(body.length) };
  const options = { method, headers: { ...guarded, ...length, ...headers }, ...(body === undefined ? {} : { body }) };
  return middleware(new NextRequest(home + path, options));
}

/** What the app gets of a header, once the middleware let the request in. */
const forApp = (answer: NextResponse, name: string) => answer.headers.get(`x-middleware-request-${name}`);

describe("the middleware", () => {
  test("lets nothing in that the guard of the server has not seen", async () => {
    const answer = await middleware(new NextRequest(`${home}/sign-in`, { headers: { "x-ez360-peer": "127.0.0.1" } }));
    expect(answer.status).toBe(503);
  });

  test("gives page and browser the same nonce and id, new with each request, and none that was sent", async () => {
    const sent = {
      ...{ "x-nonce": "evil", "x-request-id": "evil", "content-security-policy": "script-src 'nonce-evil'" },
      "content-security-policy-report-only": "script-src 'nonce-evil'",
    };
    const answers = [await ask("/sign-in", { headers: sent }), await ask("/sign-in")];
    for (const answer of answers) {
      const nonce = forApp(answer, "x-nonce");
      expect(nonce).toMatch(/^[0-9a-f]{32}$/);
      expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
      expect(forApp(answer, "content-security-policy")).toBe(answer.headers.get("content-security-policy"));
      expect(forApp(answer, "content-security-policy-report-only")).toBeNull();
      expect(forApp(answer, "x-request-id")).toBe(answer.headers.get("x-request-id"));
      expect([...answer.headers].join()).not.toContain("evil");
    }
    expect(forApp(answers[0] as NextResponse, "x-nonce")).not.toBe(forApp(answers[1] as NextResponse, "x-nonce"));
  });

  test("refuses a write from elsewhere, one too long, one of no length, and one that did not arrive whole", async () => {
    const post = (headers: Record<string, string>, body?: string) =>
      ask("/sign-in", { method: "POST", headers, ...(body === undefined ? {} : { body }) });
    const statuses = [
      await post({}),
      await post({ origin: "http://evil.example", "x-forwarded-host": "evil.example" }),
      await post({ origin: home, "content-length": "2000000" }),
      await post({ origin: home, "transfer-encoding": "chunked" }),
      await post({ origin: home, "content-type": "multipart/form-data; boundary=a" }, "xxxxx"),
      await post({ origin: home, "content-type": "text/plain", "next-action": "00aa" }, "{"),
      await post({ origin: home, "content-type": "text/plain", "next-action": "00aa" }, "[]"),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 413, 411, 400, 400, 200]);
  });

  test("sends the signed-out to sign in and back, whatever stands in the cookie", async () => {
    const answer = await ask("/c/alder/clients?q=a");
    expect(answer.status).toBe(307);
    const to = new URL(answer.headers.get("location") ?? "");
    expect([to.pathname, to.searchParams.get("next")]).toEqual(["/sign-in", "/c/alder/clients?q=a"]);
    const cookie = `${cookieNames.session()}=nobodys`;
    expect((await ask("/c/alder/clients", { headers: { cookie } })).status).toBe(307);
  });
});
