import { env } from "@/lib/env";

/** The names that next-auth reads. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}
