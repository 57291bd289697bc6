import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfThere, writePrivately } from "./files";
import { isAlive, markOf, type ProcessMark } from "./process-table";
import { killGroup, killTagged } from "./processes";
import { Trouble } from "./trouble";

const FILE = "run.lock";

interface LockRecord {
  name: string;
  tag: string;
  holder: ProcessMark;
  children: ProcessMark[];
}

export interface RunLock {
  tag: string;
  /** Notes a child, so that the next run can end it should this one be killed. */
  noteChild(pid: number): void;
  release(): void;
}

/**
 * One run on a data folder at a time. A lock whose holder is dead is taken over, and the processes that the dead run left behind
 * are ended first. Refuses, naming the process and how to stop it, while the holder lives.
 */
export async function takeRunLock(directory: string, name: string): Promise<RunLock> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, FILE);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const lock = tryToCreate(path, name);
    if (lock !== null) return lock;
    const found = await readRecord(path);
    if (found === null) continue;
    if (isAlive(found.holder)) throw new Trouble(heldBy(found, directory));
    await endLeftovers(found);
    setAside(path, found);
  }
  throw new Trouble(`The lock ${path} cannot be taken. If no run is alive, delete that file.`);
}

/** Whether a living run holds the folder. */
export function isRunning(directory: string): boolean {
  const text = readIfThere(join(directory, FILE));
  const record = text === null ? null : parse(text);
  return record !== null && isAlive(record.holder);
}

function tryToCreate(path: string, name: string): RunLock | null {
  const holder = markOf(process.pid);
  if (holder === null) throw new Trouble("The list of processes cannot be read (/proc, or the ps command).");
  const record: LockRecord = { name, tag: randomUUID(), holder, children: [] };
  try {
    writeFileSync(path, JSON.stringify(record), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return null;
    throw error;
  }
  return {
    tag: record.tag,
    noteChild(pid) {
      const mark = markOf(pid);
      if (mark === null) return;
      record.children.push(mark);
      writePrivately(path, JSON.stringify(record));
    },
    release: () => rmSync(path, { force: true }),
  };
}

/** Null if the lock vanished, or is no lock. One that is being written this moment is given time to become whole. */
async function readRecord(path: string): Promise<LockRecord | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const text = readIfThere(path);
    if (text === null) return null;
    const record = parse(text);
    if (record !== null) return record;
    await sleep(100);
  }
  rmSync(path, { force: true });
  return null;
}

function parse(text: string): LockRecord | null {
  try {
    return JSON.parse(text) as LockRecord;
  } catch {
    return null;
  }
}

/** Moves a dead lock away; puts it back if another start was faster and it is that one's fresh lock we got hold of. */
function setAside(path: string, dead: LockRecord): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (parse(readFileSync(aside, "utf8"))?.tag === dead.tag) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

async function endLeftovers({ children, tag }: LockRecord): Promise<void> {
  const living = children.filter(isAlive);
  for (const child of living) killGroup(child.pid, "SIGTERM");
  const deadline = performance.now() + 2_000;
  while (living.some(isAlive) && performance.now() < deadline) await sleep(50);
  for (const child of living.filter(isAlive)) killGroup(child.pid, "SIGKILL");
  killTagged(tag);
}

function heldBy({ name, holder }: LockRecord, directory: string): string {
  return `${name} already runs on ${directory} as process ${holder.pid}: stop it with Ctrl-C in its terminal or \`kill ${holder.pid}\`.`;
}
