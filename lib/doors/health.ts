import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { log } from "@/lib/gateways/log";

/** Whether the database answers. Says no more than that to whoever asks. */
export async function isHealthy(): Promise<boolean> {
  try {
    await inTransaction({}, (db) => db.execute(sql`select 1`), { readOnly: true });
    return true;
  } catch (error) {
    log().error({ error: error instanceof Error ? error.message : "unknown" }, "database does not answer");
    return false;
  }
}
