import { isIP } from "node:net";
import { env } from "@/lib/env";
import { peerHeader } from "./peer";

/**
 * The caller's network address, for limits and logs: what our own proxies added to X-Forwarded-For where there are any,
 * else the socket's other end. What a caller writes into the header itself stands further left and counts for nothing.
 * An IPv6 caller has a whole /64, so that is what is counted; "unknown" is one caller too.
 */
export function clientAddress(headers: Headers): string {
  const hops = env().TRUSTED_PROXY_HOPS;
  const told = hops === 0 ? headers.get(peerHeader()) : headers.get("x-forwarded-for")?.split(",").at(-hops);
  return network(told ?? "");
}

function network(told: string): string {
  const address = withoutPort(told.trim());
  if (isIP(address) === 4) return address;
  return isIP(address) === 6 ? networkOf(groupsOf(address)) : "unknown";
}

/** Proxies write `203.0.113.9:4711` and `[2001:db8::1]:4711`; a link's own address names its interface. */
function withoutPort(address: string): string {
  const bracketed = /^\[([^[\]]*)\](?::\d{1,5})?$/.exec(address)?.[1];
  const plain = bracketed ?? address.replace(/^([\d.]+):\d{1,5}$/, "$1");
  return plain.replace(/%[\w.-]*$/, "");
}

function networkOf(groups: string[]): string {
  const isMapped = groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff";
  if (!isMapped) return `${groups.slice(0, 4).join(":")}::/64`;
  const number = Number.parseInt(`${groups[6]?.padStart(4, "0")}${groups[7]?.padStart(4, "0")}`, 16);
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join(".");
}

/** All eight, each as short as it gets: a URL knows every way to write the same address. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}
