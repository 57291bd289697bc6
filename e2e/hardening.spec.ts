import { expect, test } from "@playwright/test";
import { demo, type Firm, freshFirm } from "./firm";
import { signedIn, troublesOf } from "./pages";
import { bytes, type RawAnswer, raw } from "./raw-request";

/** What strangers, scanners and broken clients send: nothing of it gets in, and nothing of it is our fault's 500. */
const origin = () => new URL(demo().baseUrl).origin;
const evil = "http://evil.example";

/** `POST /sign-in` in words. */
function named(path: string, { status, body }: RawAnswer): string {
  return `${path}: ${status} ${body.slice(0, 80)}`;
}

test("every kind of answer tells browsers to protect, and none says what made it", async ({ request }) => {
  const page = await (await request.get("/sign-in")).text();
  const script = /"(\/_next\/static\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
  const asked: [path: string, status: number, options?: Parameters<typeof raw>[1]][] = [
    ["/", 200],
    ["/sign-in", 200],
    ["/sign-up", 200],
    ["/c/nobody", 307],
    ["/no-such-page", 404],
    ["//twice//over", 308],
    ["/healthz", 200],
    ["/version", 200],
    ["/api/auth/session", 200],
    ["/api/auth/nothing", 400],
    ["/icon.svg", 200],
    [script, 200],
    ["/_next/static/missing.js", 404],
    ["/.env", 404],
    ["/sign-in", 403, { method: "POST", body: "x" }],
    ["/sign-in", 413, { method: "POST", headers: { Origin: origin() }, body: "x".repeat(1_000_001) }],
    ["/sign-in", 405, { method: "TRACE" }],
  ];
  for (const [path, status, options] of asked) {
    const answer = await raw(path, options);
    expect.soft(answer.status, named(path, answer)).toBe(status);
    const { headers } = answer;
    expect.soft(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect.soft(headers.get("x-frame-options"), path).toBe("DENY");
    expect.soft(headers.get("referrer-policy"), path).toBe("strict-origin-when-cross-origin");
    expect.soft(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
    expect.soft(headers.get("permissions-policy"), path).toContain("camera=()");
    expect.soft(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect.soft(headers.get("content-security-policy"), path).not.toMatch(/script-src[^;]*unsafe/);
    expect.soft(headers.has("x-powered-by"), path).toBe(false);
    expect.soft(headers.has("server"), path).toBe(false);
  }
});

test("a page's scripts run by a nonce that is new with each answer", async ({ request }) => {
  const nonces = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const response = await request.get("/sign-in", {
      headers: { "content-security-policy": "script-src 'nonce-evil'" },
    });
    const nonce = /'nonce-([0-9a-f]{32})'/.exec(response.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    expect(await response.text()).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("scanners get a short 404 that costs nothing", async () => {
  const paths = [
    "/.env",
    "/.env.production",
    "/.git/config",
    "/wp-login.php",
    "/wp-content/x",
    "/xmlrpc.php",
    "/phpmyadmin",
  ];
  paths.push(
    "/pma",
    "/cgi-bin/luci",
    "/vendor/phpunit/src/Util/PHP/eval-stdin.php",
    "/webhook-test",
    "/a/b/shell.php",
    "/%2eenv",
  );
  for (const path of paths) {
    for (const method of ["GET", "POST"]) {
      const answer = await raw(path, { method });
      expect
        .soft(answer, named(path, answer))
        .toMatchObject({ status: 404, body: expect.stringMatching(/^(a\r\n)?Not found/) });
      expect.soft(answer.headers.has("x-request-id"), path).toBe(false);
    }
  }
});

test("a write from elsewhere or from nowhere is refused, on pages, actions and routes", async () => {
  const origins = [undefined, evil, "null", `${origin()}.evil.example`, `http://${new URL(origin()).hostname}`, "%"];
  for (const from of origins) {
    for (const path of ["/", "/sign-in", "/c/nobody/clients/new", "/api/auth/signout", "/healthz", "/no-such-page"]) {
      for (const action of [undefined, "00aa"]) {
        const answer = await raw(path, {
          method: "POST",
          headers: { Origin: from, "Next-Action": action },
          body: "[]",
        });
        expect.soft(answer.status, named(`${from} ${path}`, answer)).toBe(403);
      }
    }
  }
  const put = await raw("/sign-in", { method: "PUT", headers: { Origin: evil } });
  expect(put.status).toBe(403);
});

test("a form counts by where it comes from, whatever host a proxy's header claims", async ({ browser, baseURL }) => {
  const firm: Firm = await freshFirm();
  const page = await signedIn(browser, firm.manager, { baseURL });
  await page.goto(`/c/${firm.slug}/clients/new`);
  const sent = page.waitForRequest((one) => one.method() === "POST");
  await page.getByLabel("Name", { exact: true }).fill("Forged");
  await page.getByRole("button", { name: "Create client" }).click();
  const form = await sent;
  await page.waitForURL(/\/clients\/cli_/);
  const again = async (changed: Record<string, string>) => {
    const headers = { ...(await form.allHeaders()), ...changed };
    const data = form.postDataBuffer() ?? "";
    return (
      await page.context().request.fetch(form.url(), { method: "POST", headers, data, maxRedirects: 0 })
    ).status();
  };
  const claims = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" };
  expect(await again({})).toBeLessThan(400);
  expect(await again(claims), "a forged host takes nothing away").toBeLessThan(400);
  expect(await again({ ...claims, origin: evil }), "and gives nothing").toBe(403);
  expect(await again({ ...claims, origin: evil, host: "evil.example" }), "nor the whole of it").not.toBe(500);
  expect(troublesOf(page)).toEqual([]);
});

test("forged addresses and hosts change no redirect and no page", async () => {
  const claims = {
    ...{ "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1" },
    ...{
      "X-Forwarded-Port": "1",
      "X-Original-URL": "/version",
      "X-Rewrite-URL": "/version",
      "X-Ez360-Peer": "1.1.1.1",
    },
    "X-Middleware-Subrequest": "middleware:middleware:middleware:middleware:middleware",
  };
  for (const headers of [claims, { Forwarded: "host=evil.example;proto=https" }]) {
    const sent = await raw("/c/nobody/clients?q=1", { headers });
    expect(sent.status).toBe(307);
    expect(sent.headers.get("location")).toBe((await raw("/c/nobody/clients?q=1")).headers.get("location"));
    const page = await raw("/sign-in", { headers });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain("evil.example");
  }
});

test("two megabytes are refused in plain words, whether they say so or not", async () => {
  const body = "x".repeat(2_000_000);
  for (const path of ["/sign-in", "/csp-reports", "/api/auth/signout"]) {
    const said = await raw(path, { method: "POST", headers: { Origin: origin() }, body });
    expect.soft(said, path).toMatchObject({ status: 413, body: expect.stringContaining("more than a form can hold") });
    const headers = { Origin: origin(), "Transfer-Encoding": "chunked", "Content-Length": undefined };
    const unsaid = await raw(path, { method: "POST", headers, body: `1e8480\r\n${body}\r\n0\r\n\r\n` });
    expect.soft(unsaid, path).toMatchObject({ status: 411, body: expect.stringContaining("how long it is") });
  }
});

test("reports of browsers are taken with 204, and so is what only looks like one", async () => {
  const bodies = [
    '{"__proto__":{"polluted":true},"csp-report":{"blocked-uri":"x"}}',
    '[{"__proto__":{"type":1}}]',
    "[]",
  ];
  bodies.push(
    "{",
    "null",
    '"x"',
    "[".repeat(9_000),
    JSON.stringify({ "csp-report": "x".repeat(20_000) }),
    "\u0000",
    "",
  );
  for (const type of ["application/csp-report", "application/reports+json", "text/plain", "%"]) {
    for (const body of bodies) {
      const headers = { "Content-Type": type };
      const answer = await raw("/csp-reports", { method: "POST", headers, body });
      expect.soft(answer.status, `${type} ${body.slice(0, 40)}`).toBe(204);
    }
  }
  expect((await raw("/csp-reports")).status).toBe(405);
  expect((await raw("/sign-in")).status).toBe(200);
});

test("what is malformed is the sender's mistake, never ours", async () => {
  const host = `Host: ${new URL(demo().baseUrl).host}\r\nConnection: close\r\n`;
  const gets = [
    "/%",
    "/%ff",
    "/%00",
    "/c/%ff/clients",
    "/c/x%0d%0aSet-Cookie:a=b",
    "/sign-in?next=%0d%0aX:1",
    "/sign-in?%zz=%",
  ];
  gets.push(
    "/api/auth/%ff",
    "/api/auth/callback/x?callbackUrl=%ff",
    "/_next/image?url=/icon.svg&w=64&q=75",
    `/${"a".repeat(9_000)}`,
  );
  gets.push(
    "/c/__proto__",
    "/c/constructor/clients",
    "/sign-in?__proto__[x]=1",
    "/..%2f..%2fetc/passwd",
    "/_next/../.env",
  );
  for (const path of gets) {
    for (const headers of [
      {},
      { Cookie: "next-auth.session-token=%ff%; =;" },
      { RSC: "1", "Next-Router-State-Tree": "%zz" },
    ]) {
      const answer = await raw(path, { headers });
      expect.soft(answer.status, named(path, answer)).toBeGreaterThan(0);
      expect.soft(answer.status, named(path, answer)).toBeLessThan(500);
      expect.soft(answer.headers.get("set-cookie") ?? "", path).not.toContain("a=b");
    }
  }
  const broken = [
    `GET / HTTP/1.1\r\n${host}X y: 1\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}X: a\rb\r\n\r\n`,
    `GET /\u0001 HTTP/1.1\r\n${host}\r\n`,
  ];
  broken.push(
    "GET / HTTP/1.1\r\n\r\n",
    `GET / HTTP/9\r\n${host}\r\n`,
    `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`,
  );
  broken.push(`POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`);
  for (const sent of broken) {
    const { status } = await bytes(sent);
    expect.soft(status, JSON.stringify(sent)).toBe(400);
  }
});

test("a form that is garbage is refused, also where it names an action that exists", async ({ page }) => {
  await page.goto("/sign-in");
  const sent = page.waitForRequest((one) => one.method() === "POST");
  await page.getByLabel("E-mail address").fill("nobody@nowhere.test");
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  const known = (await (await sent).allHeaders())["next-action"] ?? "";
  expect(known).toMatch(/^[0-9a-f]{40,}$/);
  const multipart = "multipart/form-data; boundary=a";
  const part = '--a\r\nContent-Disposition: form-data; name="0"\r\n\r\n';
  const forms: [type: string, body: string][] = [
    ...[
      "[]",
      "[null]",
      "[{}]",
      '["$NaN"]',
      '["$K1"]',
      '["$F1"]',
      '["$@1"]',
      '[{"__proto__":{}}]',
      "{",
      "",
      "\u0000",
    ].map((body): [string, string] => ["text/plain;charset=UTF-8", body]),
    [multipart, "xxxxx"],
    [multipart, `${part}[]`],
    [multipart, `${part}["$K1"]\r\n--a--`],
    ["multipart/form-data", "xxxxx"],
    ["application/x-www-form-urlencoded", "%zz=%"],
    ["application/json", "{"],
  ];
  for (const action of [known, "00deadbeef", "__proto__", undefined]) {
    for (const [type, body] of forms) {
      const headers = { Origin: origin(), "Content-Type": type, "Next-Action": action };
      const answer = await raw("/sign-in", { method: "POST", headers, body });
      const what = named(`${action} ${type} ${JSON.stringify(body)}`, answer);
      expect.soft(answer.status, what).toBeGreaterThan(0);
      expect.soft(answer.status, what).toBeLessThan(500);
    }
  }
  expect((await raw("/healthz")).status).toBe(200);
});
