import "server-only";
import { cookies } from "next/headers";
import { type AuthOptions, getServerSession } from "next-auth";
import { cache } from "react";
import { inTransaction } from "@/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/gateways/log";
import { recordAccountEvent } from "@/lib/identity/record-account-event";
import { hashOf } from "@/lib/identity/secret";
import { sessionSeconds } from "@/lib/identity/session";
import { findSession, type SignedIn, signOutOf, touchSession } from "@/lib/identity/sessions";
import { currentCaller } from "./caller";
import { cookieNames, isSecure } from "./cookie-names";
import { dropCookie, sessionToken } from "./cookies";

/**
 * next-auth over our own sessions: the cookie carries an opaque token, the database its hash. Revoking the row ends
 * the session at the next request, on every instance. Signing in goes through actions of our own, so it has no providers.
 */
export function authOptions(): AuthOptions {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
  return {
    ...base,
    secret: env().NEXTAUTH_SECRET,
    cookies: { sessionToken: { name: cookieNames.session(), options } },
  };
}

const base: AuthOptions = {
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [],
  jwt: {
    encode: async ({ token }) => (typeof token?.opaque === "string" ? token.opaque : ""),
    decode: async ({ token }) => {
      const user = token ? await sessionAt(token, new Date()) : null;
      return user ? { sub: user.userId, email: user.email, name: user.name, opaque: token, user } : null;
    },
  },
  callbacks: {
    session: ({ session, token }) => ({ ...session, user: token.user as SignedIn }),
  },
  events: {
    // next-auth's own way out takes the cookie alone; whoever kept a copy of it must be out as well
    signOut: async ({ token }) => {
      if (typeof token?.opaque === "string") await endToken(token.opaque);
    },
  },
  logger: {
    // an ended session is not trouble: it is how signing out looks from here
    error: (code) => (code === "JWT_SESSION_ERROR" ? undefined : log().error({ code }, "sign-in")),
    warn: () => undefined,
    debug: () => undefined,
  },
};

const touchEvery = 5 * 60 * 1000;

/** Who holds this token. Now and then it is marked as in use, so that it does not idle out. */
export async function sessionAt(token: string, now: Date): Promise<SignedIn | null> {
  const holds = hashOf(token);
  const found = await inTransaction({ holds }, (db) => findSession(db, token, now), { readOnly: true });
  if (!found) return null;
  const { seenAt, ...user } = found;
  if (now.getTime() - seenAt.getTime() > touchEvery)
    await inTransaction({ holds }, (db) => touchSession(db, token, now));
  return user;
}

/** Who is signed in, once for each request. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  if (!(await cookies()).has(cookieNames.session())) return null;
  const session = await getServerSession(authOptions());
  return (session?.user as SignedIn | undefined) ?? null;
});

/** The session is over, in the database and in the browser. */
export async function endCookieSession(): Promise<void> {
  const token = await sessionToken();
  if (token) await endToken(token);
  await dropCookie("session");
}

async function endToken(token: string): Promise<void> {
  const now = new Date();
  const user = await sessionAt(token, now);
  if (!user) return;
  const caller = await currentCaller();
  await inTransaction({ userId: user.userId, holds: hashOf(token) }, async (db) => {
    await signOutOf(db, token, now);
    await recordAccountEvent(db, user.userId, "sign_out.done", caller, now);
  });
}
