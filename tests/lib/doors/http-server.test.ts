import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientAddress } from "@/lib/doors/client-address";
import { guardServer, isScan } from "@/lib/doors/http-server";
import { peerHeader } from "@/lib/doors/peer";

/** A server as Next makes one, whose app tells what it got. */
let server: Server;
let port: number;

beforeAll(async () => {
  guardServer();
  guardServer();
  server = createServer((asked, response) => response.end(JSON.stringify(asked.headers)));
  server.on("upgrade", (_, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

function ask(path: string, { method = "GET", headers = {} as Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on("error", reject).end();
  });
}

const received = async (headers: Record<string, string>) =>
  JSON.parse((await ask("/x", { headers })).body) as Record<string, string>;

test("the app hears the socket's address under a name that changes with each process, also where it was forged", async () => {
  const got = await received({ [peerHeader()]: "198.51.100.1", "x-ez360-peer": "198.51.100.1" });
  expect(got[peerHeader()]).toBe("127.0.0.1");
  expect(clientAddress(new Headers(got))).toBe("127.0.0.1");
  expect(peerHeader()).toMatch(/^x-ez360-peer-[0-9a-f-]{36}$/);
});

test("what a request claims of where it was sent does not reach the app; what it says of itself does", async () => {
  const claims = [
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-port",
    "forwarded",
    "x-original-url",
    "x-rewrite-url",
  ];
  const got = await received({
    ...Object.fromEntries(claims.map((name) => [name, "evil.example"])),
    ...{ "X-Forwarded-HOST": "evil.example", "user-agent": "me" },
  });
  expect(JSON.stringify(got)).not.toContain("evil.example");
  expect(got["user-agent"]).toBe("me");
});

test("every answer has the headers that protect, the app's own and the guard's", async () => {
  for (const [path, method] of [["/x"], ["/.env"], ["/x", "PROPFIND"]] as const) {
    const { headers } = await ask(path, { method: method ?? "GET" });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers).not.toHaveProperty("strict-transport-security");
  }
});

describe("a scanner", () => {
  const scans = [
    "/.env",
    "/.env.local",
    "/app/.env",
    "/.git/config",
    "/.github",
    "/wp-login.php",
    "/WP-admin/",
    "/xmlrpc.php",
  ];
  scans.push(
    "/phpmyadmin/index",
    "/pma",
    "/pma/",
    "/cgi-bin/test",
    "/vendor/phpunit/x",
    "/webhook-test",
    "/a/b.php",
    "/b.PHP",
  );
  scans.push("/%2eenv", "/%2Egit/HEAD", "//.env", "/index.php/x", "http://x/.env");

  test.each(scans)("that asks for %s gets a short 404 from the guard", (path) => expect(isScan(path)).toBe(true));

  test.each([
    ...["/", "/c/alder-x1", "/c/wp-works-1a2b/clients", "/pmarket", "/environment", "/c/a/php"],
    ...["/.well-known/security.txt", "/%", "/%ff", "/healthz", "/csp-reports", "/c/a/github", "/api/auth/session"],
  ])("does not ask for %s", (path) => expect(isScan(path)).toBe(false));

  test("is answered before the app hears of it", async () => {
    expect(await ask("/wp-admin/")).toMatchObject({ status: 404, body: "Not found\n" });
    expect((await ask("/b.php?x=1")).status).toBe(404);
    expect((await ask("/c/a?x=/b.php&y=/.env")).status).toBe(200);
  });
});

test("a method that nothing here knows is refused", async () => {
  for (const method of ["TRACE", "PROPFIND", "M-SEARCH", "PURGE"]) {
    expect([method, (await ask("/x", { method })).status]).toEqual([method, 405]);
  }
  expect((await ask("/x", { method: "OPTIONS" })).status).toBe(200);
});

test("a path that cannot be decoded is refused, and a page's broken word of what it has is dropped", async () => {
  for (const path of ["/%", "/c/%ff/clients", "/api/auth/%zz"]) expect((await ask(path)).status).toBe(400);
  const name = "next-router-state-tree";
  for (const broken of ["%zz", "[[[", "{}", "x"]) expect(await received({ [name]: broken })).not.toHaveProperty(name);
  const whole = encodeURIComponent(JSON.stringify(["", {}]));
  expect((await received({ [name]: whole }))[name]).toBe(whole);
});

test("another protocol is not spoken", async () => {
  const socket = connect(port, "127.0.0.1");
  const said = new Promise<string>((resolve) => socket.once("data", (chunk) => resolve(String(chunk))));
  socket.write("GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  expect(await said).toMatch(/^HTTP\/1\.1 400 /);
});
