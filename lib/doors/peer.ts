import { randomUUID } from "node:crypto";

const shared = globalThis as { ez360PeerHeader?: string };

/**
 * The header in which the HTTP server tells the app who is at the other end of the socket. Its name is made anew with
 * each process, so nobody can send it: a request that has it went through `guardServer`, and one that has not did not.
 * Instrumentation, middleware and pages are bundles of their own, so the name lies where all of them see it.
 */
export function peerHeader(): string {
  shared.ez360PeerHeader ??= `x-ez360-peer-${randomUUID()}`;
  return shared.ez360PeerHeader;
}
