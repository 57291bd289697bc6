import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import { enqueueMail } from "./mails";
import { hashPassword } from "./password";
import { refuseWeak } from "./password-strength";
import { endProofs, openProof, type Secrets } from "./proofs";
import { endSessions, type SessionId } from "./sessions";
import { findLogin, getLogin } from "./sign-in";

/**
 * Asks for a new password by mail. Answers alike whether or not the address has an account; only one that has gets a mail.
 * The transaction names the address and holds the token's hash.
 */
export async function askReset(db: Database, email: string, secrets: Secrets, now: Date): Promise<void> {
  const known = await findLogin(db, email);
  await openProof(
    db,
    { kind: "reset_password", address: email, userId: known?.userId ?? null, payload: {} },
    secrets,
    now,
  );
  if (!known) return;
  const { link, code } = secrets;
  await enqueueMail(db, { kind: "reset_password", to: { name: known.name, address: email }, link, code });
}

/** A new password: it must be hard to guess, and every other session and open proof of the person is over. */
export async function setPassword(
  db: Database,
  userId: UserId,
  password: string,
  now: Date,
  { but, proves = false }: { but?: SessionId; proves?: boolean } = {},
): Promise<void> {
  const { name, email } = await getLogin(db, userId);
  refuseWeak("password", password, [name, email, "ez360pm"]);
  const passwordHash = await hashPassword(password);
  // whoever came by the mail has proved to read it
  const proved = proves ? { emailVerifiedAt: now } : {};
  await db
    .update(users)
    .set({ passwordHash, passwordChangedAt: now, ...proved })
    .where(eq(users.id, userId));
  await endSessions(db, userId, "password", now, but ? { but } : {});
  await endProofs(db, userId, ["reset_password", "second_factor", "change_email"], now);
}
