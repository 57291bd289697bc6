import "server-only";
import { z } from "zod";
import { log } from "@/lib/gateways/log";

/**
 * What browsers say the content policy kept from happening. Anyone can post here, so of a report only short words and
 * addresses without their secrets come into the log, and of many reports at once the first few.
 */
const longest = 16_384;
const most = 5;

const text = z.string().max(4_096).catch("");
const place = z.object({ lineNumber: z.number().int().min(0).max(10_000_000).optional().catch(undefined) });

const legacy = z.object({
  "csp-report": z.object({
    "document-uri": text,
    "blocked-uri": text,
    "effective-directive": text,
    "violated-directive": text,
    "line-number": place.shape.lineNumber,
  }),
});

const modern = z.array(
  z.object({
    type: z.literal("csp-violation"),
    body: place.extend({ documentURL: text, blockedURL: text, effectiveDirective: text }),
  }),
);

type Violation = { directive: string; blocked: string; page: string; line?: number | undefined };

export async function takePolicyReports(request: Request): Promise<void> {
  const violations = violationsIn(await jsonOf(request));
  if (violations.length === 0) return;
  const requestId = request.headers.get("x-request-id");
  log().warn({ requestId, violations: violations.slice(0, most) }, "content policy violated");
}

async function jsonOf(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!["application/csp-report", "application/reports+json"].includes(type)) return null;
  if (Number(request.headers.get("content-length") ?? 0) > longest) return null;
  try {
    const body = await request.text();
    return body.length > longest ? null : JSON.parse(body);
  } catch {
    // not JSON, or broken off: nothing was reported
    return null;
  }
}

export function violationsIn(json: unknown): Violation[] {
  const old = legacy.safeParse(json);
  if (old.success) {
    const report = old.data["csp-report"];
    const directive = word(report["effective-directive"] || report["violated-directive"]);
    const [blocked, page] = [address(report["blocked-uri"]), address(report["document-uri"])];
    return [{ directive, blocked, page, line: report["line-number"] }];
  }
  return (modern.safeParse(json).data ?? []).map(({ body }) => ({
    ...{ directive: word(body.effectiveDirective), blocked: address(body.blockedURL) },
    ...{ page: address(body.documentURL), line: body.lineNumber },
  }));
}

function word(given: string): string {
  return /^[a-z-]{1,40}/.exec(given)?.[0] ?? "unknown";
}

/** Neither query nor login nor fragment; and of the path no part that is long enough to open something. */
function address(given: string): string {
  if (!URL.canParse(given)) return word(given);
  const { protocol, host, pathname } = new URL(given);
  if (!["http:", "https:"].includes(protocol)) return word(protocol);
  const path = pathname.split("/").map((part) => (/^[\w.-]{0,24}$/.test(part) ? part : "…"));
  return `${protocol}//${host}${path.join("/")}`.slice(0, 200);
}
