import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { devices } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import type { Caller } from "./caller";
import { hashOf } from "./secret";

/** Whether this person has signed in from this browser before. */
export async function isKnownDevice(db: Database, userId: UserId, token: string | null): Promise<boolean> {
  if (!token) return false;
  const [known] = await db
    .select({ one: sql`1` })
    .from(devices)
    .where(and(eq(devices.userId, userId), eq(devices.tokenHash, hashOf(token))));
  return known !== undefined;
}

/** Remembers the browser. True where it is new and the person has others: then a mail tells of it. */
export async function rememberDevice(
  db: Database,
  userId: UserId,
  token: string,
  caller: Caller,
  now: Date,
): Promise<boolean> {
  const [before] = await db
    .select({
      all: sql<number>`count(*)::int`,
      same: sql<number>`(count(*) filter (where ${devices.tokenHash} = ${hashOf(token)}))::int`,
    })
    .from(devices)
    .where(eq(devices.userId, userId));
  const seen = { userAgent: caller.userAgent.slice(0, 255), lastSeenAt: now };
  await db
    .insert(devices)
    .values({ userId, tokenHash: hashOf(token), firstSeenAt: now, ...seen })
    .onConflictDoUpdate({ target: [devices.userId, devices.tokenHash], set: seen });
  return before !== undefined && before.all > 0 && before.same === 0;
}
