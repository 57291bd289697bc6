import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { proofs } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { codeLife, mostAttempts, type ProofKind, proofLife } from "./proof";
import { codeHashOf, hashOf, isSame, newCode, newToken } from "./secret";

/** What is asked to be proved, by whom, and what is carried out then. */
export type Asked = { kind: ProofKind; address: string; userId: UserId | null; payload: Record<string, unknown> };

/** The three ways to prove it; none of them is kept. `token` is for the browser's cookie, the others for the mail. */
export type Secrets = { token: string; link: string; code: string };

export type Proof = typeof proofs.$inferSelect;

export function newSecrets(): Secrets {
  return { token: newToken(), link: newToken(), code: newCode() };
}

/** The transaction holds the token's hash. */
export async function openProof(db: Database, asked: Asked, { token, link, code }: Secrets, now: Date): Promise<void> {
  await db.insert(proofs).values({
    ...{ ...asked, tokenHash: hashOf(token), linkHash: hashOf(link), codeHash: codeHashOf(token, code) },
    ...{ createdAt: now, expiresAt: new Date(now.getTime() + proofLife[asked.kind]) },
  });
}

/** What this token or link stands for, whether or not it still can be proved. The transaction holds its hash. */
export async function findProof(db: Database, held: string, ...kinds: ProofKind[]): Promise<Proof | null> {
  const [proof] = await db
    .select()
    .from(proofs)
    .where(or(eq(proofs.tokenHash, hashOf(held)), eq(proofs.linkHash, hashOf(held))));
  return proof && kinds.includes(proof.kind) ? proof : null;
}

/** Refuses in words what can't be proved any more. */
export function refuseOver(proof: Proof | null, now: Date): asserts proof is Proof {
  if (!proof) throw new Refusal("link_unknown");
  if (proof.usedAt) throw new Refusal("link_used");
  if (proof.expiresAt <= now) throw new Refusal("link_expired");
}

/**
 * A try with a code: it counts before it is compared, so that five at once are five. Refuses the wrong one and the sixth.
 * The caller commits the count even where the code is wrong.
 */
export async function tryCode(
  db: Database,
  proof: Proof,
  token: string,
  code: string,
  now: Date,
): Promise<Refusal | null> {
  const [counted] = await db
    .update(proofs)
    .set({ attempts: sql`${proofs.attempts} + 1` })
    .where(and(eq(proofs.tokenHash, proof.tokenHash), isNull(proofs.usedAt), lt(proofs.attempts, mostAttempts)))
    .returning({ attempts: proofs.attempts });
  if (!counted) return refuseField("code", "code_tries_over");
  if (now.getTime() - proof.createdAt.getTime() > codeLife) return refuseField("code", "code_expired");
  if (isSame(codeHashOf(token, code), proof.codeHash)) return null;
  const left = mostAttempts - counted.attempts;
  return left === 0
    ? refuseField("code", "code_tries_over")
    : refuseField("code", "code_wrong", { left: triesText(left) });
}

/** One try at something else than the mailed code, such as an authenticator's: counted in the same five. */
export async function countAttempt(db: Database, proof: Proof): Promise<void> {
  const counted = await db
    .update(proofs)
    .set({ attempts: sql`${proofs.attempts} + 1` })
    .where(and(eq(proofs.tokenHash, proof.tokenHash), isNull(proofs.usedAt), lt(proofs.attempts, mostAttempts)))
    .returning({ attempts: proofs.attempts });
  if (counted.length === 0) throw refuseField("code", "code_tries_over");
}

/** It counts once: of two at the same moment one is refused. */
export async function spendProof(db: Database, proof: Proof, now: Date): Promise<void> {
  const used = await db
    .update(proofs)
    .set({ usedAt: now })
    .where(and(eq(proofs.tokenHash, proof.tokenHash), isNull(proofs.usedAt)))
    .returning({ tokenHash: proofs.tokenHash });
  if (used.length === 0) throw new Refusal("link_used");
}

/** Whoever's are open of this kind are over, since something newer took their place. The transaction names the person. */
export async function endProofs(db: Database, userId: UserId, kinds: ProofKind[], now: Date): Promise<void> {
  for (const kind of kinds) {
    await db
      .update(proofs)
      .set({ usedAt: now })
      .where(and(eq(proofs.userId, userId), eq(proofs.kind, kind), isNull(proofs.usedAt)));
  }
}

/** What has expired is deleted: it holds names, addresses and hashes that nobody needs. For the operator's transaction. */
export async function sweepProofs(db: Database, now: Date): Promise<number> {
  const swept = await db.delete(proofs).where(lt(proofs.expiresAt, now)).returning({ kind: proofs.kind });
  return swept.length;
}

export function triesText(left: number): string {
  return left === 1 ? "One try is" : `${left} tries are`;
}
