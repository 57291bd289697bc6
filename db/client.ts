import "server-only";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/lib/env";

/** One connection inside a transaction: what every query and command speaks through. */
export type Database = NodePgDatabase<Record<string, never>>;

/** Which rows the transaction may see. Row-level security reads these; they end with the transaction. */
export type Visibility = { companyId?: string; userId?: string; operator?: boolean };

type Options = { readOnly?: boolean; pool?: pg.Pool };

const shared = globalThis as { ez360Pool?: pg.Pool };

/** The application's pool, one for each process: pages, actions and middleware share it. */
export function pool(): pg.Pool {
  shared.ez360Pool ??= openPool(env().APP_DATABASE_URL, env().DATABASE_POOL_SIZE);
  return shared.ez360Pool;
}

export function openPool(connectionString: string, max: number): pg.Pool {
  const opened = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 5_000, statement_timeout: 30_000 });
  // a connection that breaks while idle is replaced by the pool; without a listener it would end the process
  opened.on("error", () => {});
  return opened;
}

export async function closePool(): Promise<void> {
  await shared.ez360Pool?.end();
  shared.ez360Pool = undefined;
}

/** Commits what `body` did, or rolls back and throws. Settings and begin go in one round trip. */
export async function inTransaction<T>(
  visibility: Visibility,
  body: (db: Database) => Promise<T>,
  { readOnly = false, pool: from = pool() }: Options = {},
): Promise<T> {
  const client = await from.connect();
  let broken: Error | undefined;
  try {
    await client.query(opening(visibility, readOnly));
    const result = await body(drizzle(client));
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((trouble: Error) => {
      broken = trouble;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function opening({ companyId = "", userId = "", operator = false }: Visibility, readOnly: boolean): string {
  const set = (name: string, value: string) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`;
  const settings = [set("company_id", companyId), set("user_id", userId), set("operator", operator ? "on" : "")];
  return `begin${readOnly ? " read only" : ""}; select ${settings.join(", ")}`;
}
