import { eq } from "drizzle-orm";
import { generateSecret, generateURI, verify } from "otplib";
import type { Database } from "@/db/client";
import { authenticators } from "@/db/schema";
import { assert } from "@/lib/kernel/assert";
import type { UserId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { isStale, seal, unseal } from "./sealing";

/** TOTP: SHA-1, six digits, thirty seconds (RFC 6238); what every authenticator app understands. */
const stepSeconds = 30;

/** A clock may be off by one step either way (RFC 6238, 5.2); one that is off by more is told so. */
const toleranceSeconds = 30;

export type Setup = { secret: string; uri: string };

/** A new secret that opens nothing until a code of it was right. Begun anew, the old one stays until then. */
export async function beginAuthenticator(db: Database, userId: UserId, email: string, now: Date): Promise<Setup> {
  const sealedSecret = seal(purpose(userId), generateSecret());
  // of two tabs opened at once, both show the same secret
  await db.insert(authenticators).values({ userId, sealedSecret, createdAt: now }).onConflictDoNothing();
  const [begun] = await db.select().from(authenticators).where(eq(authenticators.userId, userId));
  assert(begun !== undefined, "an authenticator that was begun is there");
  if (begun.confirmedAt) throw new Refusal("authenticator_exists");
  return setupOf(email, unseal(purpose(userId), begun.sealedSecret));
}

/** The first right code: from now on the app is asked at every sign-in. */
export async function confirmAuthenticator(db: Database, userId: UserId, code: string, now: Date): Promise<void> {
  const found = await lockAuthenticator(db, userId);
  if (!found) throw new Refusal("authenticator_none");
  if (found.confirmedAt) throw new Refusal("authenticator_exists");
  const step = await stepOf(found, code, now);
  await db.update(authenticators).set({ confirmedAt: now, lastStep: step }).where(eq(authenticators.userId, userId));
}

/** Takes a code of the app, once. Refuses a wrong one, and one that was taken before. */
export async function takeCode(db: Database, userId: UserId, code: string, now: Date): Promise<void> {
  const found = await lockAuthenticator(db, userId);
  if (!found?.confirmedAt) throw new Refusal("authenticator_none");
  const lastStep = await stepOf(found, code, now);
  await db.update(authenticators).set({ lastStep }).where(eq(authenticators.userId, userId));
}

export async function hasAuthenticator(db: Database, userId: UserId): Promise<boolean> {
  const [found] = await db
    .select({ confirmedAt: authenticators.confirmedAt })
    .from(authenticators)
    .where(eq(authenticators.userId, userId));
  return Boolean(found?.confirmedAt);
}

export async function removeAuthenticator(db: Database, userId: UserId): Promise<void> {
  const removed = await db.delete(authenticators).where(eq(authenticators.userId, userId)).returning();
  if (removed.length === 0) throw new Refusal("authenticator_none");
}

/** Seals anew, under the newest key, what an older one sealed. For the operator's transaction; returns how many. */
export async function resealAuthenticators(db: Database): Promise<number> {
  let resealed = 0;
  for (const { userId, sealedSecret } of await db.select().from(authenticators).for("update")) {
    if (!isStale(sealedSecret)) continue;
    const anew = seal(purpose(userId), unseal(purpose(userId), sealedSecret));
    await db.update(authenticators).set({ sealedSecret: anew }).where(eq(authenticators.userId, userId));
    resealed += 1;
  }
  return resealed;
}

async function lockAuthenticator(db: Database, userId: UserId) {
  const [found] = await db.select().from(authenticators).where(eq(authenticators.userId, userId)).for("update");
  return found ?? null;
}

async function stepOf(found: typeof authenticators.$inferSelect, code: string, now: Date): Promise<number> {
  const secret = unseal(purpose(found.userId), found.sealedSecret);
  const epoch = Math.floor(now.getTime() / 1000);
  const asked = { secret, token: code, epoch, epochTolerance: toleranceSeconds };
  const answer = await verify(asked);
  if (!answer.valid) throw refuseField("code", "authenticator_wrong");
  const step = Math.floor(epoch / stepSeconds) + answer.delta;
  if (step <= found.lastStep) throw refuseField("code", "code_spent");
  return step;
}

function setupOf(email: string, secret: string): Setup {
  return { secret, uri: generateURI({ issuer: "EZ360PM", label: email, secret }) };
}

/** Bound to the person: sealed text that is moved to another row opens nothing. */
function purpose(userId: UserId): string {
  return `authenticator ${userId}`;
}
