import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import { hasAuthenticator } from "./authenticator";
import { hasPasskey } from "./passkeys";

export type Login = { userId: UserId; name: string; email: string; passwordHash: string };

/** Whose login this address is. The transaction names the address. Null for one that is unknown or may not sign in. */
export async function findLogin(db: Database, email: string): Promise<Login | null> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (!user?.isActive) return null;
  return { userId: user.id, name: user.name, email: user.email, passwordHash: user.passwordHash };
}

/** One's own login. The transaction names the person. */
export async function getLogin(db: Database, userId: UserId): Promise<Login> {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  if (!user) throw new Error("a person who is signed in has no login");
  return { userId, name: user.name, email: user.email, passwordHash: user.passwordHash };
}

/** What a person can be asked for besides the password. */
export type Factors = { authenticator: boolean; passkey: boolean };

export async function factorsOf(db: Database, userId: UserId): Promise<Factors> {
  return { authenticator: await hasAuthenticator(db, userId), passkey: await hasPasskey(db, userId) };
}

export function hasFactor({ authenticator, passkey }: Factors): boolean {
  return authenticator || passkey;
}
