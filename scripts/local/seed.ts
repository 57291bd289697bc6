import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseUrls } from "./database";
import { migrate } from "./migrations";
import { root } from "./paths";
import type { Run } from "./run";
import { connected } from "./sql";
import { Trouble } from "./trouble";

export interface Login {
  email: string;
  password: string;
  role: string;
  companySlug: string;
}

export interface SeedOptions {
  urls: DatabaseUrls;
  env: Record<string, string | undefined>;
  /** For scripts/seed.ts, as `--small`. */
  seedArguments: string[];
}

/**
 * Brings the database up to date and fills it once. That it was filled stands in the database itself, in a schema of its own, so
 * it goes where the database goes; a filling that was broken off is done again from an empty database.
 */
export async function migrateAndSeed(run: Run, options: SeedOptions): Promise<Login[]> {
  const { ownerUrl } = options.urls;
  const found = await readState(ownerUrl);
  if (found?.state === "begun") {
    run.step("An earlier run ended while it made the example data: beginning with an empty database.");
    await emptyDatabase(ownerUrl);
  }
  if (found === null) await refuseForeignData(ownerUrl);
  run.step("Migrating the database …");
  await migrate(ownerUrl);
  if (found?.state === "done") return found.logins;
  run.step("Making the example data …");
  await writeState(ownerUrl, "begun", []);
  const logins = await runSeedScript(run, options);
  await writeState(ownerUrl, "done", logins);
  return logins;
}

/** Empties a database that a seed of ours has filled; refuses any other. */
export async function forgetSeed(ownerUrl: string): Promise<void> {
  if ((await readState(ownerUrl)) === null) await refuseForeignData(ownerUrl);
  await emptyDatabase(ownerUrl);
}

async function runSeedScript(run: Run, { env, seedArguments }: SeedOptions): Promise<Login[]> {
  const file = join(run.directory, `logins-${randomUUID()}.json`);
  try {
    const script = ["--import=tsx", "--conditions=react-server", join(root, "scripts/seed.ts")];
    await run.finish({ name: "seed", args: [...script, ...seedArguments, "--logins", file], env, echo: "plain" });
    return JSON.parse(readFileSync(file, "utf8")) as Login[];
  } finally {
    rmSync(file, { force: true });
  }
}

async function readState(ownerUrl: string): Promise<{ state: "begun" | "done"; logins: Login[] } | null> {
  return connected(ownerUrl, async (client) => {
    const { rows: tables } = await client.query("select 1 where to_regclass('ez360_example.seed') is not null");
    if (tables.length === 0) return null;
    const { rows } = await client.query<{ state: "begun" | "done"; logins: Login[] }>(
      "select state, logins from ez360_example.seed",
    );
    return rows[0] ?? null;
  });
}

async function writeState(ownerUrl: string, state: "begun" | "done", logins: Login[]): Promise<void> {
  await connected(ownerUrl, async (client) => {
    await client.query(`
      create schema if not exists ez360_example;
      create table if not exists ez360_example.seed (one boolean primary key default true, state text not null, logins json not null)`);
    await client.query(
      "insert into ez360_example.seed (state, logins) values ($1, $2) on conflict (one) do update set state = $1, logins = $2",
      [state, JSON.stringify(logins)],
    );
  });
}

/** Goes by the size of the tables: forced row level security hides the rows from their owner too. */
async function refuseForeignData(ownerUrl: string): Promise<void> {
  const bytes = await connected(ownerUrl, async (client) => {
    const { rows } = await client.query<{ bytes: number }>(
      `select coalesce(sum(pg_relation_size(to_regclass(name))), 0)::int as bytes
         from unnest(array['public.users', 'public.companies']) as name`,
    );
    return rows[0]?.bytes;
  });
  if (bytes !== 0)
    throw new Trouble("The database in DATABASE_URL holds data that is no example. Name an empty database.");
}

/** Every schema but PostgreSQL's own goes, so this needs no right to drop or create databases. */
async function emptyDatabase(ownerUrl: string): Promise<void> {
  await connected(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
    );
    await client.query("begin");
    for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
    await client.query("create schema public; grant usage on schema public to public; commit");
  });
}
