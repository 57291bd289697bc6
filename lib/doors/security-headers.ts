import { env } from "@/lib/env";

/** Where browsers tell what the content policy forbade. */
export const reportPath = "/csp-reports";

const year = 31_536_000;

/** On every answer, also on those that Next gives before or beside the middleware: files, redirects, its own errors. */
export function securityHeaders(): Record<string, string> {
  return {
    ...policyHeaders("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(isHttps() ? { "strict-transport-security": `max-age=${year}; includeSubDomains` } : {}),
  };
}

/** For pages: scripts and styles run by the nonce of this one answer. */
export function pagePolicyHeaders(nonce: string): Record<string, string> {
  return policyHeaders(pagePolicy(nonce));
}

/** A policy that is tried out is reported and not enforced; what it says is the same. */
function policyHeaders(policy: string): Record<string, string> {
  return {
    [env().CSP_REPORT_ONLY ? "content-security-policy-report-only" : "content-security-policy"]:
      `${policy}; report-uri ${reportPath}; report-to csp`,
    "reporting-endpoints": `csp="${reportPath}"`,
  };
}

function pagePolicy(nonce: string): string {
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

function isHttps(): boolean {
  return new URL(env().NEXTAUTH_URL).protocol === "https:";
}
