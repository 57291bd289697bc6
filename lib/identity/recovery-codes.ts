import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { recoveryCodes } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { hashOf } from "./secret";

const many = 10;
/** Without those that look alike. */
const letters = "23456789abcdefghjkmnpqrstuvwxyz";

/** Ten codes, each good for one sign-in without the app; those before are over. Shown once: only hashes are kept. */
export async function makeRecoveryCodes(db: Database, userId: UserId, now: Date): Promise<string[]> {
  const codes = Array.from({ length: many }, newRecoveryCode);
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: recoveryHashOf(userId, code), createdAt: now })));
  return codes;
}

/** Refuses one that is unknown or was used. Of two at the same moment one is refused. */
export async function spendRecoveryCode(db: Database, userId: UserId, code: string, now: Date): Promise<void> {
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, recoveryHashOf(userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ codeHash: recoveryCodes.codeHash });
  if (used.length === 0) throw refuseField("code", "recovery_code_wrong");
}

export async function dropRecoveryCodes(db: Database, userId: UserId): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}

export async function recoveryCodesLeft(db: Database, userId: UserId): Promise<number> {
  const [row] = await db
    .select({ left: sql<number>`count(*)::int` })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Fifty bits: ten signs in two groups. */
function newRecoveryCode(): string {
  const signs = Array.from({ length: 10 }, () => letters.charAt(randomInt(letters.length)));
  return `${signs.slice(0, 5).join("")}-${signs.slice(5).join("")}`;
}

function recoveryHashOf(userId: UserId, code: string): string {
  return hashOf(`${userId}:${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);
}
