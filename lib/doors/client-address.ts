/** The caller's network address, as the server's own socket saw it; "unknown" where it did not say. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-ez360-peer") || "unknown";
}
