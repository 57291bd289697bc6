import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { violatedConstraint } from "@/db/refusals";
import { passkeys } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";

/** Where passkeys of ours count: the name of the host, and the address in the browser's bar. */
export type PasskeyHost = { rpId: string; origin: string };

export type Passkey = { credentialId: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** Whether the person can prove himself by a passkey. The transaction names him. */
export async function hasPasskey(db: Database, userId: UserId): Promise<boolean> {
  const [found] = await db.select({ one: sql`1` }).from(passkeys).where(eq(passkeys.userId, userId)).limit(1);
  return found !== undefined;
}

export function listPasskeys(db: Database, userId: UserId): Promise<Passkey[]> {
  const { credentialId, name, createdAt, lastUsedAt } = passkeys;
  return db
    .select({ credentialId, name, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt));
}

/** What a browser needs to make one: it must know its person (a finger, a face, a PIN), since it serves in place of the password. */
export async function creationOptions(
  db: Database,
  user: { userId: UserId; email: string; name: string },
  { rpId }: PasskeyHost,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await listPasskeys(db, user.userId);
  return generateRegistrationOptions({
    ...{ rpName: "EZ360PM", rpID: rpId, userName: user.email, userDisplayName: user.name },
    userID: new TextEncoder().encode(user.userId),
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Refuses what does not answer this challenge on this host, and a key that exists. */
export async function addPasskey(
  db: Database,
  { userId, name }: { userId: UserId; name: string },
  response: object,
  asked: { challenge: string; host: PasskeyHost },
  now: Date,
): Promise<void> {
  const { registrationInfo } = await accepted(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: asked.challenge,
      expectedOrigin: asked.host.origin,
      expectedRPID: asked.host.rpId,
      requireUserVerification: true,
    }),
  );
  if (!registrationInfo) throw new Refusal("passkey_refused");
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const key = Buffer.from(publicKey).toString("base64url");
  try {
    await db.insert(passkeys).values({
      ...{ credentialId: id, userId, name, publicKey: key, counter },
      ...{ transports: transports.join(","), createdAt: now },
    });
  } catch (error) {
    if (violatedConstraint(error) === "passkeys_pkey") throw new Refusal("passkey_taken");
    throw error;
  }
}

export async function removePasskey(db: Database, userId: UserId, credentialId: string): Promise<void> {
  const removed = await db
    .delete(passkeys)
    .where(and(eq(passkeys.userId, userId), eq(passkeys.credentialId, credentialId)))
    .returning({ name: passkeys.name });
  if (removed.length === 0) throw new Refusal("not_found");
}

/** `of`: one person's; without, whoever's the browser has for this host. */
export function requestOptions(
  { rpId }: PasskeyHost,
  of: Passkey[] | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: rpId,
    userVerification: "required",
    ...(of ? { allowCredentials: of.map(({ credentialId }) => ({ id: credentialId })) } : {}),
  });
}

/**
 * Whose passkey answered, and its new count. Refuses one that is unknown, answers something else, did not make sure of its
 * person, or counts backwards as a copy would. The transaction holds the credential's id.
 */
export async function readPasskey(
  db: Database,
  response: object & { id: string },
  asked: { challenge: string; host: PasskeyHost },
): Promise<{ userId: UserId; credentialId: string; counter: number }> {
  const [known] = await db.select().from(passkeys).where(eq(passkeys.credentialId, response.id));
  if (!known) throw new Refusal("passkey_refused");
  const { verified, authenticationInfo } = await accepted(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: asked.challenge,
      expectedOrigin: asked.host.origin,
      expectedRPID: asked.host.rpId,
      requireUserVerification: true,
      credential: {
        id: known.credentialId,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, "base64url")),
        counter: known.counter,
      },
    }),
  );
  if (!verified) throw new Refusal("passkey_refused");
  return { userId: known.userId, credentialId: known.credentialId, counter: authenticationInfo.newCounter };
}

/** Counts its use. The transaction names the person. */
export async function usedPasskey(db: Database, credentialId: string, counter: number, now: Date): Promise<void> {
  await db.update(passkeys).set({ counter, lastUsedAt: now }).where(eq(passkeys.credentialId, credentialId));
}

/** The library throws at what somebody made up; that is a refusal, not trouble of ours. */
async function accepted<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    throw new Refusal("passkey_refused");
  }
}
