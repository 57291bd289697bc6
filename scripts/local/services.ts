import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuild } from "./build";
import { type DatabaseUrls, prepareDatabase } from "./database";
import { setting } from "./environment";
import { prepareGivenDatabase, prepareThrowAwayDatabase } from "./given-database";
import { startMailSink } from "./mail-sink";
import { packageFile, root } from "./paths";
import { startPostgres } from "./postgres";
import type { Run } from "./run";
import { keptSecret } from "./secrets";
import { type Login, migrateAndSeed } from "./seed";
import { Trouble } from "./trouble";

/** What tells the ways to run the product apart. */
export interface ProductOptions {
  profile: "demo" | "development";
  /** The address people open; the web server listens there and nowhere else. */
  host: "127.0.0.1" | "localhost";
  port: number;
  mailPagePort: number;
  databaseName: string;
  /** False for data that nobody needs after the run: no care for crashes, and on somebody else's server a database of its own. */
  durable: boolean;
  seedArguments: string[];
}

export interface Product extends DatabaseUrls {
  baseUrl: string;
  mailUrl: string;
  logins: Login[];
}

const HEALTHY_WITHIN_MS = 120_000;

/** Database, data, mail, web and worker, one after the other. All of it ends with the run. */
export async function startProduct(run: Run, options: ProductOptions): Promise<Product> {
  const urls = await openDatabase(run, options);
  // a name, not a number: passkeys belong to names
  const baseUrl = `http://localhost:${options.port}`;
  const mail = await startMailSink({ pagePort: options.mailPagePort });
  run.onStop(mail.stop);
  const env = productEnvironment(run, { options, urls, baseUrl, mailUrl: mail.smtpUrl });
  const echo = options.profile === "development" ? "named" : "no";
  const logins = await migrateAndSeed(run, { urls, env, seedArguments: options.seedArguments });
  if (options.profile === "demo") await ensureBuild(run);
  run.step("Starting web and worker …");
  run.keep({ name: "web", args: webArguments(options), env, echo });
  run.keep({ name: "worker", args: workerArguments(options), env, echo });
  await untilHealthy(run, baseUrl);
  return { ...urls, baseUrl, mailUrl: mail.pageUrl, logins };
}

/** The database of DATABASE_URL, or else one on the bundled PostgreSQL, which then runs as long as the run. */
export async function openDatabase(
  run: Run,
  { databaseName, durable }: { databaseName: string; durable: boolean },
): Promise<DatabaseUrls> {
  const { directory } = run;
  const databaseUrl = setting("DATABASE_URL");
  if (databaseUrl !== undefined) {
    run.step("Preparing the database of DATABASE_URL …");
    const appDatabaseUrl = setting("APP_DATABASE_URL");
    if (durable) return prepareGivenDatabase({ databaseUrl, appDatabaseUrl, directory });
    const given = await prepareThrowAwayDatabase({ databaseUrl, appDatabaseUrl, directory, prefix: databaseName });
    run.onStop(given.drop);
    return given;
  }
  run.step("Starting PostgreSQL …");
  const postgres = await startPostgres({ directory: join(directory, "postgres"), durable, signal: run.signal });
  run.onStop(postgres.stop);
  return prepareDatabase({ adminUrl: postgres.adminUrl, databaseName, directory });
}

function productEnvironment(
  { directory }: Run,
  product: { options: ProductOptions; urls: DatabaseUrls; baseUrl: string; mailUrl: string },
): Record<string, string> {
  const { options, urls, baseUrl, mailUrl } = product;
  return {
    EZ360_PROFILE: options.profile,
    NODE_ENV: options.profile === "demo" ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: urls.ownerUrl,
    APP_DATABASE_URL: urls.appUrl,
    PORT: String(options.port),
    NEXTAUTH_URL: baseUrl,
    NEXTAUTH_SECRET: keptSecret(directory, "NEXTAUTH_SECRET"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keptSecret(directory, "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"),
    MAIL_URL: mailUrl,
  };
}

function webArguments({ profile, host, port }: ProductOptions): string[] {
  const command = profile === "demo" ? "start" : "dev";
  return [packageFile("next", "dist/bin/next"), command, "-H", host, "-p", String(port)];
}

function workerArguments({ profile }: ProductOptions): string[] {
  const script = ["--conditions=react-server", join(root, "scripts/worker.ts")];
  if (profile === "demo") return ["--import=tsx", ...script];
  return [packageFile("tsx", "dist/cli.mjs"), "watch", "--clear-screen=false", ...script];
}

async function untilHealthy(run: Run, baseUrl: string): Promise<void> {
  const giveUpAt = performance.now() + HEALTHY_WITHIN_MS;
  let last = "no answer";
  while (performance.now() < giveUpAt) {
    run.checkpoint();
    try {
      const { status } = await fetch(`${baseUrl}/healthz`, {
        signal: AbortSignal.any([run.signal, AbortSignal.timeout(60_000)]),
      });
      if (status === 200) return;
      last = `status ${status}`;
    } catch {
      last = "no answer";
    }
    await sleep(100);
  }
  throw new Trouble(
    `The web server does not get healthy: ${baseUrl}/healthz gives ${last}. See ${join(run.directory, "logs")}.`,
  );
}
