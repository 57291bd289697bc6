import type { Database } from "@/db/client";
import { violatedConstraint } from "@/db/refusals";
import { users } from "@/db/schema";
import { newId, type UserId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { hashPassword } from "./password";

export type NewUser = { email: string; name: string; password: string };

/** Refuses an address that has an account. */
export async function createUser(db: Database, { email, name, password }: NewUser): Promise<UserId> {
  const id = newId("user");
  const passwordHash = await hashPassword(password);
  try {
    await db.insert(users).values({ id, email, name, passwordHash });
  } catch (error) {
    if (violatedConstraint(error) === "users_email_key") throw refuseField("email", "email_taken");
    throw error;
  }
  return id;
}
