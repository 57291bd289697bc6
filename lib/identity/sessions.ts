import { and, desc, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { type Id, newId, type UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import type { Caller } from "./caller";
import { hashOf, newToken } from "./secret";
import { type EndedBy, idleMilliseconds, sessionSeconds } from "./session";

export type SessionId = Id<"session">;

export type SignedIn = {
  userId: UserId;
  email: string;
  name: string;
  sessionId: SessionId;
  /** When the person last gave a password or a factor, and when a second factor. */
  provedAt: Date | null;
  secondFactorAt: Date | null;
};

/** What the person has shown: a password, a second factor, or both. */
export type Shown = { provedAt: Date; secondFactorAt: Date | null };

/** Opens a session and returns its token, which is nowhere else: the table keeps only the hash. */
export async function openSession(
  db: Database,
  userId: UserId,
  shown: Shown,
  caller: Caller,
  now: Date,
): Promise<string> {
  const token = newToken();
  await db.insert(sessions).values({
    ...{ tokenHash: hashOf(token), id: newId("session"), userId, ...shown },
    ...{ createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + sessionSeconds * 1000) },
    ...{ userAgent: caller.userAgent.slice(0, 255), address: caller.address },
  });
  return token;
}

/** Who holds this token, or null when it is unknown, over, or too long unused. The transaction holds its hash. */
export async function findSession(
  db: Database,
  token: string,
  now: Date,
): Promise<(SignedIn & { seenAt: Date }) | null> {
  const [row] = await db
    .select({
      ...{ userId: users.id, email: users.email, name: users.name, sessionId: sessions.id },
      ...{ provedAt: sessions.provedAt, secondFactorAt: sessions.secondFactorAt, seenAt: sessions.lastSeenAt },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, hashOf(token)), isOpen(now), eq(users.isActive, true), afterForced()));
  return row ?? null;
}

/** Marks that it is in use. */
export async function touchSession(db: Database, token: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.tokenHash, hashOf(token)), isNull(sessions.revokedAt)));
}

/** The same person goes on under a new token: what was shown counts for it, and the old token is over. */
export async function renewSession(
  db: Database,
  old: SignedIn,
  shown: Partial<Shown>,
  caller: Caller,
  now: Date,
): Promise<string> {
  await endSessions(db, old.userId, "renewal", now, { only: old.sessionId });
  const before = { provedAt: old.provedAt ?? now, secondFactorAt: old.secondFactorAt };
  return openSession(db, old.userId, { ...before, ...shown }, caller, now);
}

/** Ends this person's sessions: one, all but one, or all. Returns how many. */
export async function endSessions(
  db: Database,
  userId: UserId,
  endedBy: EndedBy,
  now: Date,
  which: { only?: SessionId; but?: SessionId } = {},
): Promise<number> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: now, endedBy })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        which.only ? eq(sessions.id, which.only) : undefined,
        which.but ? ne(sessions.id, which.but) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** One's own session by its id. Refuses "not_found" for one that is over or somebody else's. */
export async function endSession(db: Database, userId: UserId, sessionId: SessionId, now: Date): Promise<void> {
  if ((await endSessions(db, userId, "person", now, { only: sessionId })) === 0) throw new Refusal("not_found");
}

export async function signOutOf(db: Database, token: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: now, endedBy: "sign_out" })
    .where(and(eq(sessions.tokenHash, hashOf(token)), isNull(sessions.revokedAt)));
}

export type OpenSession = {
  id: SessionId;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string;
  address: string;
};

/** Newest use first. */
export function listSessions(db: Database, userId: UserId, now: Date): Promise<OpenSession[]> {
  return db
    .select({
      ...{ id: sessions.id, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt },
      ...{ userAgent: sessions.userAgent, address: sessions.address },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.userId, userId), isOpen(now), afterForced()))
    .orderBy(desc(sessions.lastSeenAt));
}

function isOpen(now: Date): SQL | undefined {
  const idleSince = new Date(now.getTime() - idleMilliseconds);
  return and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, idleSince));
}

function afterForced(): SQL | undefined {
  return or(isNull(users.forceLogoutAt), sql`${sessions.createdAt} > ${users.forceLogoutAt}`);
}
