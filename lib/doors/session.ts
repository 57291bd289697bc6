import "server-only";
import { cookies, headers } from "next/headers";
import { type AuthOptions, getServerSession } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { cache } from "react";
import { inTransaction } from "@/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/gateways/log";
import { signInInput } from "@/lib/identity/inputs";
import { findSession, openSession, revokeSession, type SignedIn, sessionSeconds } from "@/lib/identity/sessions";
import { authenticate } from "@/lib/identity/sign-in";
import { isId, type UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { isSecure, sessionCookieName } from "./session-cookie";

/**
 * next-auth over our own sessions: the cookie carries an opaque token, the database its hash. Revoking the row ends
 * the session at the next request, on every instance. Signing in and out goes through the actions below.
 */
export function authOptions(): AuthOptions {
  return { ...options, secret: env().NEXTAUTH_SECRET };
}

const options: AuthOptions = {
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: async (credentials) => {
        const input = signInInput.safeParse(credentials);
        if (!input.success) return null;
        const user = await inTransaction({}, (db) => authenticate(db, input.data)).catch(nobodyIfRefused);
        return user ? { id: user.userId, email: user.email, name: user.name } : null;
      },
    }),
  ],
  jwt: {
    encode: async ({ token }) => {
      if (typeof token?.opaque === "string") return token.opaque;
      if (!isId("user", token?.sub)) return "";
      return startSession(token.sub);
    },
    decode: async ({ token }) => {
      const user = token ? await inTransaction({}, (db) => findSession(db, token, new Date())) : null;
      return user ? { sub: user.userId, email: user.email, name: user.name, opaque: token } : null;
    },
  },
  callbacks: {
    session: ({ session, token }) => ({
      ...session,
      user: { userId: token.sub, email: token.email, name: token.name },
    }),
  },
  events: {
    // next-auth's own way out takes the cookie alone; whoever kept a copy of it must be out as well
    signOut: async ({ token }) => {
      const opaque = token?.opaque;
      if (typeof opaque === "string") await inTransaction({}, (db) => revokeSession(db, opaque, new Date()));
    },
  },
  logger: {
    // an ended session is not trouble: it is how signing out looks from here
    error: (code) => (code === "JWT_SESSION_ERROR" ? undefined : log().error({ code }, "sign-in")),
    warn: () => undefined,
    debug: () => undefined,
  },
};

/** Who is signed in, once for each request. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  const session = await getServerSession(authOptions());
  const user = session?.user as SignedIn | undefined;
  return user && isId("user", user.userId) ? user : null;
});

/** A new session for this person, in the cookie and in the database. Only an action may call it. */
export async function startCookieSession(userId: UserId): Promise<void> {
  const token = await startSession(userId);
  (await cookies()).set(sessionCookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: sessionSeconds,
  });
}

export async function endCookieSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await inTransaction({}, (db) => revokeSession(db, token, new Date()));
  jar.delete(sessionCookieName());
}

async function startSession(userId: UserId): Promise<string> {
  const userAgent = (await headers()).get("user-agent") ?? "";
  return inTransaction({}, (db) => openSession(db, userId, new Date(), userAgent));
}

function nobodyIfRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
