import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { peerHeader } from "./peer";
import { securityHeaders } from "./security-headers";

const shared = globalThis as { ez360Guarded?: boolean };

/** What Next, next-auth or an app may take for the truth about where a request was sent, and what anyone can write. */
const claims = ["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-forwarded-server"].concat([
  ...["x-forwarded-prefix", "x-forwarded-scheme", "x-forwarded-ssl", "x-original-host", "x-original-url"],
  ...["x-rewrite-url", "x-host", "x-url-scheme", "front-end-https"],
]);

/** What a page says it has already, so that Next draws the rest; without it all is drawn, with a broken one it fails. */
const routerState = "next-router-state-tree";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What only scanners ask for: leaked settings, other people's software, and this product's well-known test hook. */
const scanned =
  /^\/+(wp-|xmlrpc\.php|phpmyadmin|pma(\/|$)|cgi-bin(\/|$)|vendor\/phpunit|webhook-test(\/|$))|\/\.(env|git)|\.php\d?(\/|$)/i;

/**
 * Stands between the socket and Next, which does not tell the app who is at the other end, believes what a request claims
 * of its host, and answers some requests without asking the middleware. Once for each process.
 */
export function guardServer(): void {
  if (shared.ez360Guarded) return;
  shared.ez360Guarded = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function guarded(this: Server, event: string | symbol, ...rest: unknown[]): boolean {
    if (event === "request" && isAnswered(rest[0] as IncomingMessage, rest[1] as ServerResponse)) return true;
    if (event === "upgrade" && isCutOff(rest[1] as Duplex)) return true;
    return Reflect.apply(emit, this, [event, ...rest]);
  };
}

function isAnswered(request: IncomingMessage, response: ServerResponse): boolean {
  for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
  if (!methods.includes(request.method ?? "")) return answer(response, 405, "This method is not for here.");
  const path = pathOf(request);
  if (isScan(path)) return answer(response, 404, "Not found");
  if (decoded(path) === null) return answer(response, 400, "This address is not a proper one.");
  tellTheTruth(request);
  return false;
}

/** Nothing here speaks another protocol; only the server for developing does. */
function isCutOff(socket: Duplex): boolean {
  if (env().EZ360_PROFILE === "development") return false;
  socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  return true;
}

function pathOf({ url = "" }: IncomingMessage): string {
  return url.split(/[?#]/, 1)[0] ?? "";
}

export function isScan(path: string): boolean {
  return scanned.test(path) || scanned.test(decoded(path) ?? "");
}

/** Next answers some paths that cannot be decoded with 500. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Production is reached at one address, whatever a proxy calls it, and Next compares a form's Origin with what stands here. */
function tellTheTruth(request: IncomingMessage): void {
  for (const name of claims) delete request.headers[name];
  if (!isJson(request.headers[routerState])) delete request.headers[routerState];
  if (env().EZ360_PROFILE === "production") {
    const { host, protocol } = new URL(env().NEXTAUTH_URL);
    request.headers["x-forwarded-host"] = host;
    request.headers["x-forwarded-proto"] = protocol.slice(0, -1);
  }
  request.headers[peerHeader()] = request.socket.remoteAddress ?? "";
}

function isJson(sent: string | string[] | undefined): boolean {
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(sent))));
  } catch {
    return false;
  }
}

function answer(response: ServerResponse, status: number, text: string): true {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(`${text}\n`);
  return true;
}
