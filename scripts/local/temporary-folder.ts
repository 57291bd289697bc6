import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removePostgres } from "./postgres";
import { markOf } from "./process-table";
import { takeRunLock } from "./run-lock";
import { complain } from "./terminal";

const PREFIX = "ez360pm-";

/**
 * A folder for the life of this process, through which the database's account may walk. What processes of ours left that were
 * killed is cleared away first: their services, their database servers and their folders.
 */
export async function temporaryFolder(): Promise<string> {
  await clearLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** Stops the database server in the folder, if one is left, and removes everything. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  await removePostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}

async function clearLeftovers(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const folder = join(tmpdir(), name);
    const pid = Number.parseInt(name.slice(PREFIX.length), 10);
    const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
    if (markOf(pid) === null && owner === process.getuid?.()) await clear(folder);
  }
}

async function clear(folder: string): Promise<void> {
  try {
    const lock = await takeRunLock(folder, "Clearing away");
    await removeTemporaryFolder(folder);
    lock.release();
  } catch (error) {
    // Two processes that start together find the same leftovers; what the other does not get done is left to the next.
    complain(`${folder} was not cleared away: ${error instanceof Error ? error.message : error}`);
  }
}
