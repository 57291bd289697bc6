import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runDrizzleMigrations } from "drizzle-orm/node-postgres/migrator";
import { Logger, runMigrations as runQueueMigrations } from "graphile-worker";
import type pg from "pg";
import { root } from "./paths";
import { connected } from "./sql";
import { Trouble } from "./trouble";

const MIGRATIONS_FOLDER = join(root, "db/migrations");

/** Any number, as long as every migrating process asks for the same: drizzle's migrator takes no lock of its own. */
const MIGRATION_LOCK = 3_600_360;

/**
 * Brings the tables, the job queue and the queue's grants up to date. Several processes may call it at once: one works, the others
 * wait and then find everything done. Refuses a database whose history is not the one in db/migrations.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  await connected(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refuseForeignHistory(client);
    await runDrizzleMigrations(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER });
    await runQueueMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });
    await client.query(QUEUE_GRANTS);
  });
}

/** The migrator compares dates alone, and would pass over a migration that was edited or merged in after it had run. */
async function refuseForeignHistory(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query("select 1 where to_regclass('drizzle.__drizzle_migrations') is not null");
  if (tables.length === 0) return;
  const { rows } = await client.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations order by created_at",
  );
  const files = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER });
  if (rows.every(({ hash }, place) => files[place]?.hash === hash)) return;
  throw new Trouble(
    "The database was built by other migrations than those in db/migrations: a newer or a changed version made it. " +
      "If it holds example data alone, --reset starts anew.",
  );
}

/**
 * The queue's tables have row level security without a policy, so that only their owner could use them. The application both puts
 * jobs in and, in the worker, takes them out. Runs after every migration, since the queue's own migrations may bring new tables.
 */
const QUEUE_GRANTS = `
  grant usage on schema graphile_worker to ez360_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to ez360_app;
  revoke insert, update, delete on graphile_worker.migrations from ez360_app;
  grant usage, select on all sequences in schema graphile_worker to ez360_app;
  grant execute on all functions in schema graphile_worker to ez360_app;
  do $$
  declare
    one record;
  begin
    for one in
      select relname from pg_class
       where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
         and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'ez360_app_all')
    loop
      execute format('create policy ez360_app_all on graphile_worker.%I to ez360_app using (true) with check (true)', one.relname);
    end loop;
  end $$;
`;
