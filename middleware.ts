import { type NextRequest, NextResponse } from "next/server";
import { cookieNames } from "@/lib/doors/cookie-names";
import { env } from "@/lib/env";

/**
 * The doorman, not the wall: it sets what only it can set (request id, nonce, the path for the doors), refuses foreign
 * and oversized writes, and sends the signed-out to sign in before a page is drawn. Every door checks again.
 */
export const config = {
  runtime: "nodejs",
  matcher: ["/((?!_next/static/|icon\\.svg$|favicon\\.ico$).*)"],
};

const maxBody = 1_000_000;

export function middleware(request: NextRequest): NextResponse {
  const refused = refuse(request);
  if (refused) return refused;
  const { pathname, search } = request.nextUrl;
  if (isPrivate(pathname) && !hasSession(request) && request.method === "GET") {
    const to = new URL("/sign-in", request.url);
    to.searchParams.set("next", pathname + search);
    return NextResponse.redirect(to);
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const requestId = crypto.randomUUID();
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", requestId);
  headers.set("x-path", pathname + search);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "geolocation=(), microphone=(), camera=()");
  return response;
}

/** A write must come from our own pages; Next alone lets one without an Origin through and answers others with 500. */
function refuse(request: NextRequest): NextResponse | null {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return null;
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== host) {
    return new NextResponse("This request does not come from one of our pages.", { status: 403 });
  }
  if (Number(request.headers.get("content-length") ?? 0) > maxBody) {
    return new NextResponse("This is more than a form can hold.", { status: 413 });
  }
  return null;
}

function isPrivate(path: string): boolean {
  return /^\/(c\/|account(\/|$))/.test(path);
}

function hasSession(request: NextRequest): boolean {
  return request.cookies.has(cookieNames.session());
}

function contentPolicy(nonce: string): string {
  const isDevelopment = env().EZ360_PROFILE === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}
