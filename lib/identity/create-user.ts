import type { Database } from "@/db/client";
import { violatedConstraint } from "@/db/refusals";
import { users } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";

export type NewUser = { id: UserId; email: string; name: string; passwordHash: string; emailVerifiedAt: Date | null };

/** Refuses an address that has an account. The transaction names the new person. */
export async function createUser(db: Database, user: NewUser): Promise<void> {
  try {
    await db.insert(users).values(user);
  } catch (error) {
    if (violatedConstraint(error) === "users_email_key") throw refuseField("email", "email_taken");
    throw error;
  }
}
