import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type DatabaseUrls, prepareDatabase } from "@/scripts/local/database";
import { databaseOf, withLogin } from "@/scripts/local/database-url";
import { setting } from "@/scripts/local/environment";
import { prepareThrowAwayDatabase } from "@/scripts/local/given-database";
import { migrate } from "@/scripts/local/migrations";
import { startPostgres } from "@/scripts/local/postgres";
import { connected } from "@/scripts/local/sql";
import { removeTemporaryFolder, temporaryFolder } from "@/scripts/local/temporary-folder";

/** What a test file needs to make its own database out of the migrated template. */
export interface Template extends DatabaseUrls {
  /** May make databases; connected to another one than the template. */
  adminUrl: string;
  database: string;
  /** How PostgreSQL copies: file by file where nobody waits for the disk, by its log elsewhere. */
  strategy: "file_copy" | "wal_log";
}

declare module "vitest" {
  interface ProvidedContext {
    template: Template;
  }
}

/** One migrated template for the whole run: on the server of DATABASE_URL, or on one that lives as long as the run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const databaseUrl = setting("DATABASE_URL");
  const opened = databaseUrl === undefined ? await onOwnServer(folder) : await onGivenServer(databaseUrl, folder);
  const { template, close } = opened;
  await migrate(template.ownerUrl);
  // Nobody may be connected to a database while it is copied.
  await connected(template.adminUrl, (admin) =>
    admin.query(`alter database ${template.database} allow_connections false`),
  );
  provide("template", template);
  return async () => {
    await close();
    await removeTemporaryFolder(folder);
  };
}

async function onOwnServer(folder: string) {
  const { adminUrl, stop } = await startPostgres({ directory: join(folder, "postgres"), durable: false });
  const database = "ez360_test";
  const urls = await prepareDatabase({ adminUrl, databaseName: database, directory: folder });
  return { template: { ...urls, adminUrl, database, strategy: "file_copy" as const }, close: stop };
}

async function onGivenServer(databaseUrl: string, folder: string) {
  const appDatabaseUrl = setting("APP_DATABASE_URL");
  const given = { databaseUrl, appDatabaseUrl, directory: folder, prefix: "ez360_test" };
  const { drop, ...urls } = await prepareThrowAwayDatabase(given);
  const adminUrl = withLogin(databaseUrl, { database: "postgres" });
  const database = databaseOf(urls.ownerUrl);
  const close = async () => {
    await dropCopies(adminUrl, database);
    await drop();
  };
  return { template: { ...urls, adminUrl, database, strategy: "wal_log" as const }, close };
}

async function dropCopies(adminUrl: string, template: string): Promise<void> {
  await connected(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>("select datname from pg_database where datname like $1", [
      `${template}\\_%`,
    ]);
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
  });
}
