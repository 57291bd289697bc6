import "server-only";
import { sql } from "drizzle-orm";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { type Database, pool } from "./client";
import { rateLimits } from "./schema";

/** Counts tries in the database, so that every instance of the product counts the same ones. `seconds` is the window. */
export function rateLimiter(name: string, points: number, seconds: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...{ storeClient: pool(), storeType: "pool", tableName: "rate_limits", tableCreated: true },
    ...{ keyPrefix: name, points, duration: seconds, clearExpiredByTimeout: false },
  });
}

/** Whatever was counted under this key and those that begin with it, as of the caller's commit. */
export async function forgetAll(db: Database, name: string, key: string): Promise<void> {
  await db.delete(rateLimits).where(sql`starts_with(${rateLimits.key}, ${`${name}:${key}`})`);
}
