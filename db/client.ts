import "server-only";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/lib/env";
import { type Ask, leaving } from "@/lib/kernel/together";
import { PreparingClient } from "./preparing-client";

/** One connection inside a transaction: what every query and command speaks through. */
export type Database = NodePgDatabase<Record<string, never>>;

/** Which rows the transaction may see. Row-level security reads these; they end with the transaction. */
export type Visibility = {
  companyId?: string;
  userId?: string;
  /** An e-mail address: the login of it is seen. */
  address?: string;
  /** The hash of a token, or a passkey's id: what hangs on it is seen. */
  holds?: string;
  operator?: boolean;
};

type Options<T> = {
  readOnly?: boolean;
  pool?: pg.Pool;
  /** What is left behind of the deed; it is written on the way to the commit. */
  keeping?: (result: T) => KeptDeed;
};

/** As the function keep_deed() of the database takes it. */
export type KeptDeed = {
  companyId: string;
  memberId: string;
  actor: string;
  requestId: string;
  at: Date;
  facts: object[];
  answer?: { action: string; inputHash: string; result: unknown };
};

const shared = globalThis as { ez360Pool?: pg.Pool };

/** The application's pool, one for each process: pages, actions and middleware share it. */
export function pool(): pg.Pool {
  shared.ez360Pool ??= openPool(env().APP_DATABASE_URL, env().DATABASE_POOL_SIZE);
  return shared.ez360Pool;
}

export function openPool(connectionString: string, max: number): pg.Pool {
  const opened = new pg.Pool({
    ...{ connectionString, max, connectionTimeoutMillis: 5_000, statement_timeout: 30_000 },
    ...{ Client: PreparingClient, pipeline: true, options: "-c search_path=pg_catalog,public,pg_temp" },
  });
  // a connection that breaks while idle is replaced by the pool; without a listener it would end the process
  opened.on("error", () => {});
  return opened;
}

export async function closePool(): Promise<void> {
  await shared.ez360Pool?.end();
  shared.ez360Pool = undefined;
}

/**
 * Commits what `body` did, or rolls back and throws. Begin and settings travel with the first statement: when that is
 * answered so are they, and where they failed it failed with them. What `body` left travels with the commit, before it:
 * where that fails the server refuses the commit, and the failure is thrown.
 */
export async function inTransaction<T>(
  visibility: Visibility,
  body: (db: Database, leave: (...asks: Ask[]) => void) => Promise<T>,
  { readOnly = false, pool: from = pool(), keeping }: Options<T> = {},
): Promise<T> {
  const client = await from.connect();
  const left = leaving();
  let broken: Error | undefined;
  try {
    const begun = client.query(opening(visibility, readOnly));
    begun.catch(() => undefined);
    const result = await body(speaker(client), left.leave);
    await begun;
    await client.query(keeping ? `${keeps(keeping(result))}; commit` : "commit");
    await left.carriedOut();
    return result;
  } catch (error) {
    const cause = await left.carriedOut().then(
      () => error,
      (failure: unknown) => failure,
    );
    await client.query("rollback").catch((trouble: Error) => {
      broken = trouble;
    });
    throw cause;
  } finally {
    client.release(broken);
  }
}

const speakers = new WeakMap<pg.PoolClient, Database>();

/** One for each connection: making it costs as much as a small query. */
function speaker(client: pg.PoolClient): Database {
  const known = speakers.get(client);
  if (known) return known;
  const made = drizzle(client);
  speakers.set(client, made);
  return made;
}

/** All of them each time: what an earlier user of the connection set for the session counts for nothing. */
function opening(visibility: Visibility, readOnly: boolean): string {
  const { companyId = "", userId = "", address = "", holds = "", operator = false } = visibility;
  const set = (name: string, value: string) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`;
  const settings = [
    ...[set("company_id", companyId), set("user_id", userId), set("address", address), set("holds", holds)],
    set("operator", operator ? "on" : ""),
  ];
  return `begin${readOnly ? " read only" : ""}; select ${settings.join(", ")}`;
}

/** In one message with the commit: where it fails, the server carries out nothing after it. */
function keeps(deed: KeptDeed): string {
  return `select keep_deed(${pg.escapeLiteral(JSON.stringify(deed))})`;
}
