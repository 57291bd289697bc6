import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { violatedConstraint } from "@/db/refusals";
import { users } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { enqueueMail } from "./mails";
import { endProofs, openProof, type Proof, type Secrets } from "./proofs";
import { getLogin } from "./sign-in";

/**
 * The new address counts once it is proved; until then the old one does, and is told. Whether somebody else has the new
 * one is not told. The transaction names the person and holds the token's hash.
 */
export async function askChangeEmail(
  db: Database,
  userId: UserId,
  email: string,
  secrets: Secrets,
  now: Date,
): Promise<void> {
  const login = await getLogin(db, userId);
  if (login.email === email) throw refuseField("email", "email_same");
  await endProofs(db, userId, ["change_email"], now);
  await openProof(db, { kind: "change_email", address: email, userId, payload: {} }, secrets, now);
  const { link, code } = secrets;
  await enqueueMail(db, { kind: "change_email", to: { name: login.name, address: email }, link, code });
  await enqueueMail(db, {
    ...{ kind: "email_changing", to: { name: login.name, address: login.email }, newAddress: email },
  });
}

/** It is proved: from now on it signs in. Refuses one that has become somebody else's meanwhile. */
export async function changeEmail(db: Database, proof: Proof, now: Date): Promise<void> {
  if (!proof.userId) throw new Refusal("link_unknown");
  try {
    await db.update(users).set({ email: proof.address, emailVerifiedAt: now }).where(eq(users.id, proof.userId));
  } catch (error) {
    if (violatedConstraint(error) === "users_email_key") throw new Refusal("email_gone");
    throw error;
  }
}
