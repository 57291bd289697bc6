import { sql } from "drizzle-orm";
import type { Work } from "@/lib/access/scope";

/** Until the commit nobody else posts in this company: what was summed is still so when the entry of that sum is posted. */
export async function lockBooks(work: Work): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(period_lock_key(${work.company.id}))`);
}
