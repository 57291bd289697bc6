import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema";
import { Refusal } from "@/lib/kernel/refusal";
import type { SignInInput } from "./inputs";
import { isPassword } from "./password";
import type { SignedIn } from "./sessions";

/** Who this is, or the same refusal in the same time for an unknown address and for a wrong password. */
export async function authenticate(db: Database, { email, password }: SignInInput): Promise<SignedIn> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (!user?.isActive || !right) throw new Refusal("wrong_credentials");
  return { userId: user.id, email: user.email, name: user.name };
}
