import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10;

export type Reading = { wallMs: number; nodeMs: number; databaseMs: number };

/** Clock and processor time of this process and of the database server; throws between two deeds once the run is to stop. */
export class Meter {
  constructor(
    private readonly postmaster: number,
    readonly checkpoint: () => void,
  ) {}

  read(): Reading {
    const { user, system } = process.cpuUsage();
    return { wallMs: performance.now(), nodeMs: (user + system) / 1_000, databaseMs: this.databaseMs() };
  }

  databaseMs(): number {
    return processorMs(this.postmaster);
  }
}

/** Processor time of a process and all below it, with that of its children which are gone; NaN where there is no /proc. */
export function processorMs(root: number): number {
  const table = processTable();
  const above = table.get(root);
  if (above === undefined) return Number.NaN;
  let ticks = above.own + above.gone;
  for (const [pid, { own }] of table) if (pid !== root && isBelow(table, pid, root)) ticks += own;
  return ticks * TICK_MS;
}

type Entry = { parent: number; own: number; gone: number };

function processTable(): Map<number, Entry> {
  const table = new Map<number, Entry>();
  for (const name of namesInProc()) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      const at = (place: number) => fields[place] ?? 0;
      table.set(Number(name), { parent: at(1), own: at(11) + at(12), gone: at(13) + at(14) });
    } catch {
      // gone meanwhile
    }
  }
  return table;
}

function namesInProc(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function isBelow(table: Map<number, Entry>, pid: number, root: number): boolean {
  for (let at = table.get(pid)?.parent ?? 0; at > 1; at = table.get(at)?.parent ?? 0) if (at === root) return true;
  return false;
}
