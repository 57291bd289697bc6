import type pg from "pg";
import { inject } from "vitest";
import { invariants } from "@/lib/reconciliation/invariants";
import type { Offender } from "@/lib/reconciliation/verify-books";
import { databaseOf, withLogin } from "@/scripts/local/database-url";
import { setting } from "@/scripts/local/environment";
import { connected } from "@/scripts/local/sql";

export type Found = Record<string, Offender[]>;

/** Writes past every guard, as the server's administrator with triggers and foreign keys off, and leaves it there. */
export function committed(write: (client: pg.Client) => Promise<unknown>): Promise<unknown> {
  return asAdministrator(async (client) => {
    await client.query("set session_replication_role = replica");
    return write(client);
  });
}

/**
 * Writes past every guard too, then asks every invariant as the application's own role for each company, and takes it
 * all back.
 */
export function foundAfter(write: (client: pg.Client) => Promise<unknown>, companyIds: string[]): Promise<Found[]> {
  const appRole = new URL(setting("APP_DATABASE_URL") ?? "").username;
  return asAdministrator(async (client) => {
    await client.query("begin; set local session_replication_role = replica");
    await write(client);
    await client.query(`set local role "${decodeURIComponent(appRole)}"`);
    const found: Found[] = [];
    for (const companyId of companyIds) {
      await client.query("select set_config('app.company_id', $1, true)", [companyId]);
      found.push(await offendersNow(client));
    }
    await client.query("rollback");
    return found;
  });
}

function asAdministrator<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = databaseOf(setting("DATABASE_URL") ?? "");
  return connected(withLogin(inject("template").adminUrl, { database }), use);
}

async function offendersNow(client: pg.Client): Promise<Found> {
  const found: Found = {};
  for (const { key, sql } of invariants) {
    const { rows } = await client.query<Offender>(sql);
    if (rows.length > 0) found[key] = rows;
  }
  return found;
}
