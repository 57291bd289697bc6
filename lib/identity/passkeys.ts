import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { passkeys } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";

/** Whether the person can prove himself by a passkey. The transaction names him. */
export async function hasPasskey(db: Database, userId: UserId): Promise<boolean> {
  const [found] = await db.select({ one: sql`1` }).from(passkeys).where(eq(passkeys.userId, userId)).limit(1);
  return found !== undefined;
}
