import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";

test("in production the app is told the configured address, whatever a proxy or a caller makes of it", async () => {
  vi.stubEnv("EZ360_PROFILE", "production");
  vi.stubEnv("NEXTAUTH_URL", "https://books.alder.example");
  vi.stubEnv("NEXTAUTH_SECRET", "Zp3v9QkXw7LrT2mB8sYfH4cJ6nD1gVaE");
  vi.stubEnv("ENCRYPTION_KEYS", "k1:kTb0s8m2JwC9Qx5fVvA1hN7rYpE3LzUd6GiRoWqXtM4=");
  const { guardServer } = await import("@/lib/doors/http-server");
  guardServer();
  const server = createServer((asked, response) => response.end(JSON.stringify(asked.headers)));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const headers = { host: "upstream:3000", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
  const [got, answered] = await new Promise<[Record<string, string>, Record<string, unknown>]>((resolve) => {
    request({ port, headers }, (response) => {
      response.on("data", (body) => resolve([JSON.parse(String(body)), response.headers]));
    }).end();
  });
  server.close();
  expect(got["x-forwarded-host"]).toBe("books.alder.example");
  expect(got["x-forwarded-proto"]).toBe("https");
  expect(answered["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
});
