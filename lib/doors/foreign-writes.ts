import { env } from "@/lib/env";
import { reportPath } from "./security-headers";

export type Refused = { status: 403 | 411 | 413; text: string };

const maxBody = 1_000_000;
const harmless = ["GET", "HEAD", "OPTIONS"];

/**
 * Why a request that may change something is not let in, or null. It must come from our own pages, as its Origin says,
 * which a browser always sends with a form and no page can forge; and it says beforehand how long it is, as all browsers
 * do. Next alone lets one without an Origin through, and answers foreign and overlong ones with 500.
 */
export function refuseWrite(request: { method: string; path: string; headers: Headers }): Refused | null {
  const { method, path, headers } = request;
  if (harmless.includes(method)) return null;
  if (path !== reportPath && !isOwn(headers)) {
    return { status: 403, text: "This request does not come from one of our pages." };
  }
  if (headers.has("transfer-encoding")) return { status: 411, text: "A form must say how long it is." };
  if (Number(headers.get("content-length") ?? 0) > maxBody) {
    return { status: 413, text: "This is more than a form can hold." };
  }
  return null;
}

/** In production the one public address counts; Host is what a proxy or a caller makes of it. */
function isOwn(headers: Headers): boolean {
  const origin = headers.get("origin") ?? "";
  if (!URL.canParse(origin)) return false;
  const { EZ360_PROFILE: profile, NEXTAUTH_URL: address } = env();
  return profile === "production" ? origin === new URL(address).origin : new URL(origin).host === headers.get("host");
}
