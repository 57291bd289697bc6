import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { readIfThere, writePrivately } from "./files";
import { type Account, canReach } from "./postgres-account";
import { POSTGRES_MAJOR, SHARED_FOLDER } from "./postgres-binaries";
import { runPostgresCommand } from "./postgres-command";
import { keptSecret } from "./secrets";
import { say } from "./terminal";
import { Trouble } from "./trouble";

/** Names the place of the cluster where it cannot lie in its own folder. */
const POINTER = "elsewhere";

/** The name says whether a cluster is whole: it is made as `cluster.new` and renamed as the last step. */
const WHOLE = "cluster";
const UNFINISHED = "cluster.new";

/**
 * Where the cluster of `directory` really lies: in it, or, where the account cannot walk to it, in a folder below /var/lib that
 * is named after it. A pointer file keeps the answer, so that a reset finds it.
 */
export function clusterHome(directory: string, account: Account | null): string {
  mkdirSync(directory, { recursive: true });
  const home = realpathSync(directory);
  const elsewhere = readIfThere(join(home, POINTER))?.trim();
  if (elsewhere !== undefined) {
    mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
    return elsewhere;
  }
  if (account === null) return home;
  chmodSync(home, 0o711);
  if (canReach(account, home)) return home;
  const hash = createHash("sha256").update(home).digest("hex").slice(0, 16);
  const shared = join(SHARED_FOLDER, hash);
  mkdirSync(shared, { recursive: true, mode: 0o711 });
  chmodSync(SHARED_FOLDER, 0o755);
  writePrivately(join(home, POINTER), `${shared}\n`);
  return shared;
}

/** Makes the cluster if there is none, and returns its folder. What an interrupted making left behind never held anything. */
export async function wholeCluster(
  { directory, bin, account }: { directory: string; bin: string; account: Account | null },
  durable: boolean,
): Promise<string> {
  const home = clusterHome(directory, account);
  const cluster = join(home, WHOLE);
  if (existsSync(cluster)) {
    refuseUnusable(cluster, account);
    return cluster;
  }
  const draft = join(home, UNFINISHED);
  if (existsSync(draft)) say("An earlier start ended while it made the database folder: making that folder anew.");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(home, "initial-password");
  writeFileSync(passwordFile, `${keptSecret(directory, "postgres")}\n`, { mode: 0o600 });
  if (account !== null) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const settings = ["--encoding=UTF8", "--locale=C", "--username=postgres", "--auth=scram-sha-256"];
    const sync = durable ? [] : ["--no-sync"];
    const made = await runPostgresCommand({
      file: join(bin, "initdb"),
      args: [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...settings, ...sync],
      account,
    });
    if (!made.ok) throw new Trouble(`The database folder ${draft} cannot be made: ${made.output.trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster);
  return cluster;
}

/** Takes the cluster away for good, wherever it lies. The server must not run any more. */
export function removeCluster(directory: string): void {
  const elsewhere = readIfThere(join(directory, POINTER))?.trim();
  if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
}

function refuseUnusable(cluster: string, account: Account | null): void {
  const owner = statSync(cluster).uid;
  const ours = account?.uid ?? process.getuid?.() ?? owner;
  if (owner !== ours) {
    throw new Trouble(
      `The database folder ${cluster} belongs to another account (${owner}): use that account or another --data.`,
    );
  }
  const version = readIfThere(join(cluster, "PG_VERSION"))?.trim();
  if (version === undefined || !existsSync(join(cluster, "global/pg_control"))) {
    throw new Trouble(`The database folder ${cluster} is damaged. Start anew with --reset; what it held is lost.`);
  }
  if (version !== POSTGRES_MAJOR) {
    throw new Trouble(
      `The database folder ${cluster} is of PostgreSQL ${version}, not ${POSTGRES_MAJOR}. Start anew with --reset.`,
    );
  }
}
