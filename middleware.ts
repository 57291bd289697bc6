import { type NextRequest, NextResponse } from "next/server";
import { cookieNames } from "@/lib/doors/cookie-names";
import { refuseWrite } from "@/lib/doors/foreign-writes";
import { gate } from "@/lib/doors/gate";
import { peerHeader } from "@/lib/doors/peer";
import { pagePolicyHeaders } from "@/lib/doors/security-headers";
import { isWhole } from "@/lib/doors/whole-body";

/**
 * The doorman, not the wall: it sets what only it can set (request id, nonce, the path for the doors), refuses foreign
 * and oversized writes, and asks the gate before a page is drawn: the signed-out go to sign in, and what the plan leaves
 * out to the page that names the plan. Every door checks again. What every
 * answer carries, files and errors too, is set before it, by lib/doors/http-server.ts.
 */
export const config = {
  runtime: "nodejs",
  matcher: ["/((?!_next/static/|icon\\.svg$|favicon\\.ico$).*)"],
};

export async function middleware(request: NextRequest): Promise<NextResponse> {
  return (await refuse(request)) ?? (await elsewhere(request)) ?? letIn(request);
}

async function refuse(request: NextRequest): Promise<NextResponse | null> {
  // the first requests can be earlier than the guard of the server, and nothing of them is to be believed
  if (!request.headers.has(peerHeader())) return plain(503, "Just starting. Please try again.");
  const { method, headers, nextUrl } = request;
  const refused = refuseWrite({ method, headers, path: nextUrl.pathname });
  if (refused) return plain(refused.status, refused.text);
  if (method === "POST" && !(await isWhole(request))) return plain(400, "This form did not arrive whole.");
  return null;
}

async function elsewhere(request: NextRequest): Promise<NextResponse | null> {
  if (request.method !== "GET") return null;
  const { pathname, search } = request.nextUrl;
  const to = await gate({ pathname, search, token: request.cookies.get(cookieNames.session())?.value });
  return to ? NextResponse.redirect(new URL(to, request.url)) : null;
}

function letIn(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const requestId = crypto.randomUUID();
  const policy = Object.entries(pagePolicyHeaders(nonce));
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", requestId);
  headers.set("x-path", pathname + search);
  // Next takes the nonce from here, and of two policies the first that it finds
  for (const name of ["content-security-policy", "content-security-policy-report-only"]) headers.delete(name);
  for (const [name, value] of policy) headers.set(name, value);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("x-request-id", requestId);
  for (const [name, value] of policy) response.headers.set(name, value);
  return response;
}

function plain(status: number, text: string): NextResponse {
  return new NextResponse(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
