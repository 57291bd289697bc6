import { env } from "@/lib/env";
import { connected } from "../local/sql";

/**
 * Lets PostgreSQL count the rows, as it would by itself in a minute: until then it plans for empty tables. Only the tables'
 * owner may, so nothing happens without DATABASE_URL.
 */
export async function countRows(): Promise<void> {
  const ownerUrl = env().DATABASE_URL;
  if (!ownerUrl) return;
  await connected(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ tables: string }>(
      "select string_agg(quote_ident(tablename), ', ') as tables from pg_tables where schemaname = 'public'",
    );
    await owner.query(`analyze ${rows[0]?.tables}`);
  });
}
