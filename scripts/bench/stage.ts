import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import pg from "pg";
import { closePool } from "@/db/client";
import { type DatabaseUrls, prepareDatabase } from "../local/database";
import { withLogin } from "../local/database-url";
import { migrate } from "../local/migrations";
import { startPostgres } from "../local/postgres";
import type { Run } from "../local/run";
import { connected } from "../local/sql";
import { Meter } from "./meter";

export type Size = {
  /** How often each side is measured, after one round that is not counted. */
  rounds: number;
  /** Deeds of one round with one writer; with eight there are four times as many. */
  deeds: number;
  /** Journals of the trial balance, in lines. */
  journals: number[];
  /** Requests of one round to the product; the floor gets eight times as many. */
  requests: number;
};

/** Where all jobs play: a server of its own that waits for the disk, the product's database on it, and a superuser. */
export type Stage = {
  run: Run;
  size: Size;
  meter: Meter;
  urls: DatabaseUrls;
  /** A superuser on the product's database: passes by row level security, and loads in bulk. */
  admin: Pool;
  adminUrl: string;
  serverLog: string;
};

const DATABASE = "ez360_bench";

export async function openStage(run: Run, size: Size): Promise<Stage> {
  run.step("Starting PostgreSQL …");
  const postgres = await startPostgres({
    directory: join(run.directory, "postgres"),
    durable: true,
    signal: run.signal,
  });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= postgres.stop();
    return stopping;
  };
  run.onStop(stop);
  // what is being asked of it ends with it, so that nothing keeps a run that is to stop
  run.signal.addEventListener("abort", () => void stop());

  const { urls, adminUrl } = await migratedDatabase(run, postgres.adminUrl, DATABASE);
  Object.assign(process.env, { EZ360_PROFILE: "test", APP_DATABASE_URL: urls.appUrl, LOG_LEVEL: "silent" });
  run.onStop(closePool);
  const admin = adminPool(adminUrl, 8);
  run.onStop(() => admin.end());
  const { rows } = await admin.query<{ folder: string }>("select current_setting('data_directory') as folder");
  const folder = rows[0]?.folder ?? "";
  const postmaster = Number.parseInt(readFileSync(join(folder, "postmaster.pid"), "utf8"), 10);
  const meter = new Meter(postmaster, () => run.checkpoint());
  return { run, size, meter, urls, admin, adminUrl, serverLog: join(folder, "..", "server.log") };
}

/** Another database of the product on the same server. */
export async function migratedDatabase(run: Run, serverUrl: string, databaseName: string) {
  const urls = await prepareDatabase({ adminUrl: serverUrl, databaseName, directory: run.directory });
  await migrate(urls.ownerUrl);
  return { urls, adminUrl: withLogin(serverUrl, { database: databaseName }) };
}

export function adminPool(connectionString: string, max: number): Pool {
  const opened = new pg.Pool({ connectionString, max });
  opened.on("error", () => undefined);
  return opened;
}

/** Rows by the million, without a trigger or a foreign key asking about each. */
export function inBulk<T>(adminUrl: string, load: (client: pg.Client) => Promise<T>): Promise<T> {
  return connected(adminUrl, async (client) => {
    await client.query("set session_replication_role = replica; set synchronous_commit = off");
    return load(client);
  });
}
