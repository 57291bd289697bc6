import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";

const behind = async (hops: number) => {
  vi.stubEnv("TRUSTED_PROXY_HOPS", String(hops));
  vi.resetModules();
  const { clientAddress } = await import("@/lib/doors/client-address");
  const { peerHeader } = await import("@/lib/doors/peer");
  return (peer: string | null, forwarded?: string, more: Record<string, string> = {}) => {
    const headers = new Headers(more);
    if (peer !== null) headers.set(peerHeader(), peer);
    if (forwarded !== undefined) headers.set("x-forwarded-for", forwarded);
    return clientAddress(headers);
  };
};

beforeEach(() => vi.unstubAllEnvs());

test("without proxies it is the socket's other end, whatever the headers claim", async () => {
  const address = await behind(0);
  expect(address("203.0.113.9")).toBe("203.0.113.9");
  const forged = { "x-ez360-peer": "198.51.100.1", "x-real-ip": "198.51.100.1", forwarded: "for=198.51.100.1" };
  expect(address("203.0.113.9", "198.51.100.1", forged)).toBe("203.0.113.9");
  expect(address(null, "198.51.100.1", forged)).toBe("unknown");
});

test("behind proxies of ours it is what the outermost of them saw; what stands before that is the caller's invention", async () => {
  const one = await behind(1);
  expect(one("10.0.0.1", "198.51.100.1, 203.0.113.9")).toBe("203.0.113.9");
  expect(one("10.0.0.1", "203.0.113.9:4711")).toBe("203.0.113.9");
  const two = await behind(2);
  expect(two("10.0.0.1", "1.1.1.1, 198.51.100.1, 203.0.113.9, 10.0.0.2")).toBe("203.0.113.9");
  expect(two("10.0.0.1", "203.0.113.9")).toBe("unknown");
  expect(two("10.0.0.1")).toBe("unknown");
});

test("an IPv6 caller is the network that is his, however it is written", async () => {
  const address = await behind(0);
  const written = ["2001:db8:1:2:3:4:5:6", "2001:0DB8:0001:0002::1", "[2001:db8:1:2::9]:443", "2001:db8:1:2::%eth0"];
  for (const one of written) expect(address(one)).toBe("2001:db8:1:2::/64");
  expect(address("::1")).toBe("0:0:0:0::/64");
  expect(address("2001:db8::")).toBe("2001:db8:0:0::/64");
  expect(address("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
});

test("an IPv4 address inside an IPv6 one is that IPv4 address", async () => {
  const address = await behind(0);
  for (const one of ["::ffff:203.0.113.9", "::FFFF:cb00:7109", "0:0:0:0:0:ffff:203.0.113.9"]) {
    expect(address(one)).toBe("203.0.113.9");
  }
  expect(address("::ffff:0.0.0.5")).toBe("0.0.0.5");
});

test("what is no address is one unknown caller", async () => {
  const address = await behind(1);
  for (const one of [
    "",
    " ",
    "nobody",
    "256.1.1.1",
    "1.2.3",
    "1.2.3.4.5",
    "::g",
    "[::1",
    "1.2.3.4:x",
    "a, ",
    "-",
    "🙂".length,
  ]) {
    expect([one, address("10.0.0.1", String(one))]).toEqual([one, "unknown"]);
  }
});

test("any text gives an address, a network or unknown", async () => {
  const address = await behind(1);
  const known = /^(unknown|\d{1,3}(\.\d{1,3}){3}|([0-9a-f]{1,4}:){3}[0-9a-f]{1,4}::\/64)$/;
  const text = fc.oneof(fc.string({ unit: fc.constantFrom(..."0123456789abcdef:.[]%,/ ") }), fc.ipV6(), fc.ipV4());
  fc.assert(
    fc.property(text, (one) => known.test(address("10.0.0.1", one))),
    { numRuns: 2_000 },
  );
});
