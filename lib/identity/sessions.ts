import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { newId, type UserId } from "@/lib/kernel/ids";

/** Thirty days at most; the cookie lives as long. */
export const sessionSeconds = 30 * 24 * 60 * 60;

export type SignedIn = { userId: UserId; email: string; name: string };

/** Opens a session and returns its token, which is nowhere else: the table keeps only the hash. */
export async function openSession(db: Database, userId: UserId, now: Date, userAgent: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.insert(sessions).values({
    tokenHash: hashOf(token),
    id: newId("session"),
    userId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
    userAgent: userAgent.slice(0, 255),
  });
  return token;
}

/** Who holds this token, or null when it is unknown, expired or revoked. */
export async function findSession(db: Database, token: string, now: Date): Promise<SignedIn | null> {
  const [row] = await db
    .select({ userId: users.id, email: users.email, name: users.name })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, hashOf(token)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        eq(users.isActive, true),
      ),
    );
  return row ?? null;
}

export async function revokeSession(db: Database, token: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.tokenHash, hashOf(token)), isNull(sessions.revokedAt)));
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
