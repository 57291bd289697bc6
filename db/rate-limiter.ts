import "server-only";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { pool } from "./client";

/** Counts tries in the database, so that every instance of the product counts the same ones. `seconds` is the window. */
export function rateLimiter(name: string, points: number, seconds: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...{ storeClient: pool(), storeType: "pool", tableName: "rate_limits", tableCreated: true },
    ...{ keyPrefix: name, points, duration: seconds, clearExpiredByTimeout: false },
  });
}
