import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { JobKind, JobKinds } from "./kinds";

/** Work to do later, written in the caller's transaction: it is done if and only if that commits. */
export async function enqueue<K extends JobKind>(work: { db: Database }, kind: K, payload: JobKinds[K]): Promise<void> {
  await work.db.execute(
    sql`select graphile_worker.add_job(${kind}, ${JSON.stringify(payload)}::json, max_attempts => 10)`,
  );
}
