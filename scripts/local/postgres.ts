import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfThere } from "./files";
import { freePort, LOOPBACK } from "./ports";
import { type Account, postgresAccount } from "./postgres-account";
import { postgresBinaries } from "./postgres-binaries";
import { runPostgresCommand } from "./postgres-command";
import { clusterHome, removeCluster, wholeCluster } from "./postgres-folder";
import { commandOf, markOf } from "./process-table";
import { keptSecret } from "./secrets";
import { say } from "./terminal";
import { Trouble } from "./trouble";

export interface Postgres {
  port: number;
  /** The cluster's superuser, on the database `postgres`. */
  adminUrl: string;
  stop(): Promise<void>;
}

interface Cluster {
  folder: string;
  bin: string;
  account: Account | null;
  durable: boolean;
}

/** Only over TCP on the loopback: the path of a socket file may be too long in a deep folder. */
const SETTINGS = [`listen_addresses=${LOOPBACK}`, "unix_socket_directories=''", "timezone=UTC", "log_timezone=UTC"];

/** For clusters that nobody needs after a crash. */
const CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** What passes by itself: the dead server's lock or memory not yet cleared away, or somebody faster on the port. */
const PASSING = /postmaster\.pid|shared memory block|could not bind|could not create any TCP/;
const PASSING_FOR_MS = 10_000;

/**
 * Starts the bundled PostgreSQL on a free port, over the cluster that is kept in `directory`; makes the cluster on the first start.
 * A server that a killed run left running is stopped cleanly first. `durable: false` trades safety against a crash for speed.
 */
export async function startPostgres(options: {
  directory: string;
  durable: boolean;
  signal?: AbortSignal;
}): Promise<Postgres> {
  const { directory, durable, signal } = options;
  const account = postgresAccount();
  const bin = postgresBinaries(account);
  const folder = await wholeCluster({ directory, bin, account }, durable);
  const cluster = { folder, bin, account, durable };
  await clearOldServer(cluster);
  const port = await startOnFreePort(cluster, signal);
  const password = encodeURIComponent(keptSecret(directory, "postgres"));
  return {
    port,
    adminUrl: `postgres://postgres:${password}@${LOOPBACK}:${port}/postgres`,
    stop: () => stopServer(cluster),
  };
}

/** Stops a server that still runs over the folder, and removes the cluster for good. */
export async function removePostgres(directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  const account = postgresAccount();
  const folder = join(clusterHome(directory, account), "cluster");
  if (runningServer(folder) !== null) {
    await stopServer({ folder, bin: postgresBinaries(account), account, durable: false });
  }
  removeCluster(directory);
}

async function clearOldServer(cluster: Cluster): Promise<void> {
  if (runningServer(cluster.folder) !== null) {
    say("Stopping the database server that a killed run left behind.");
    await stopServer(cluster);
    return;
  }
  const pid = pidInFile(cluster.folder);
  // The number now belongs to another program, which PostgreSQL would take for its own server.
  if (pid !== null && markOf(pid) !== null) rmSync(join(cluster.folder, "postmaster.pid"), { force: true });
}

/** The process id of the server that runs over this very folder, or null. */
function runningServer(folder: string): number | null {
  const pid = pidInFile(folder);
  return pid !== null && markOf(pid) !== null && commandOf(pid).includes(folder) ? pid : null;
}

function pidInFile(folder: string): number | null {
  const pid = Number.parseInt(readIfThere(join(folder, "postmaster.pid")) ?? "", 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

async function startOnFreePort(cluster: Cluster, signal: AbortSignal | undefined): Promise<number> {
  const log = join(dirname(cluster.folder), "server.log");
  const settings = [...SETTINGS, ...(cluster.durable ? [] : CARELESS)];
  const giveUpAt = performance.now() + PASSING_FOR_MS;
  for (;;) {
    const port = await freePort();
    writeFileSync(log, "", { mode: 0o600 });
    if (cluster.account !== null) chownSync(log, cluster.account.uid, cluster.account.gid);
    const started = await pgCtl(cluster, {
      args: ["start", "-t", "60", "-l", log, "-o", [`port=${port}`, ...settings].map((one) => `-c ${one}`).join(" ")],
      signal,
    });
    if (signal?.aborted) await stopServer({ ...cluster, durable: false });
    signal?.throwIfAborted();
    if (started.ok) return port;
    const said = readFileSync(log, "utf8").trim() || started.output.trim();
    if (!PASSING.test(said) || performance.now() > giveUpAt) {
      throw new Trouble(
        `The database server does not start. What it says:\n${said.split("\n").slice(-10).join("\n")}\n` +
          "Its data may be damaged. Try once more; put back a copy of the folder if there is one; or begin anew with --reset.",
      );
    }
    await sleep(300);
  }
}

async function stopServer(cluster: Cluster): Promise<void> {
  if (cluster.durable) await pgCtl(cluster, { args: ["stop", "-m", "fast", "-t", "2"] });
  if (runningServer(cluster.folder) !== null) await pgCtl(cluster, { args: ["stop", "-m", "immediate", "-t", "2"] });
}

function pgCtl(
  { bin, folder, account }: Cluster,
  { args, signal }: { args: string[]; signal?: AbortSignal | undefined },
) {
  return runPostgresCommand({ file: join(bin, "pg_ctl"), args: [...args, "-w", "-D", folder], account, signal });
}
