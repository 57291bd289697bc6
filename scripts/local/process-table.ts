import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A process id alone is reused sooner or later; together with its time of birth it names one process for ever. */
export interface ProcessMark {
  pid: number;
  bornAt: string;
}

const hasProc = existsSync("/proc/self/stat");

/** The mark of a living process, or null. A zombie counts as dead: it holds nothing any more. */
export function markOf(pid: number): ProcessMark | null {
  const bornAt = hasProc ? birthFromProc(pid) : birthFromPs(pid);
  return bornAt === null ? null : { pid, bornAt };
}

export function isAlive(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.bornAt === mark.bornAt;
}

/** The command line of a process, or "" if it is gone. */
export function commandOf(pid: number): string {
  if (!hasProc) return ps(pid, "command=");
  return readProc(pid, "cmdline").replaceAll("\0", " ").trim();
}

/** The parent's process id; 0 if the process is gone. */
export function parentOf(pid: number): number {
  if (!hasProc) return Number(ps(pid, "ppid=")) || 0;
  return Number(statFields(pid)?.[1] ?? 0);
}

/**
 * Every process that was started with `name=value` in its environment, grandchildren included. Only where /proc exists; elsewhere
 * the caller has the marks of the children alone.
 */
export function processesWithVariable(name: string, value: string): number[] {
  if (!hasProc) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .filter((pid) => readProc(pid, "environ").split("\0").includes(`${name}=${value}`))
    .filter((pid) => markOf(pid) !== null);
}

function birthFromProc(pid: number): string | null {
  const fields = statFields(pid);
  if (fields === null || fields[0] === "Z" || fields[0] === "X") return null;
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot}/${fields[19]}`;
}

/** The fields of /proc/<pid>/stat from the third, the state, on; the second may itself hold spaces and parentheses. */
function statFields(pid: number): string[] | null {
  const stat = readProc(pid, "stat");
  return stat === "" ? null : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // gone meanwhile, or another user's
  }
}

function birthFromPs(pid: number): string | null {
  return ps(pid, "lstart=") || null;
}

function ps(pid: number, column: string): string {
  return spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}
