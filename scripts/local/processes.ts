import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { childEnvironment } from "./environment";
import { root } from "./paths";
import { processesWithVariable } from "./process-table";
import { complain, say } from "./terminal";
import { Trouble } from "./trouble";

/** Every process of a run carries the run's tag in its environment, so that the next run finds what a killed one left. */
export const RUN_TAG = "EZ360_RUN_TAG";

/** Between SIGTERM and SIGKILL. Web, worker and database stop within 5 s altogether. */
const GRACE_MS = 2_000;

const LINES_KEPT = 30;

export interface ChildOptions {
  name: string;
  /** Arguments of this very Node: the script first, or Node's own flags. */
  args: string[];
  env: Record<string, string | undefined>;
  /** Whether each line also shows on the terminal, behind the child's name or plainly. The log file gets them all. */
  echo: "named" | "plain" | "no";
}

export interface Child {
  name: string;
  pid: number;
  /** Settles when the process is gone; the text says how, as in "with code 1". */
  exited: Promise<{ code: number | null; how: string }>;
  lastLines(): string[];
}

/** The child processes of one run. Each leads a group of its own, and is stopped with all that it started itself. */
export class Children {
  readonly #tag: string;
  readonly #logDirectory: string;
  readonly #started: (pid: number) => void;
  readonly #living = new Set<Child>();

  constructor(tag: string, logDirectory: string, started: (pid: number) => void) {
    this.#tag = tag;
    this.#logDirectory = logDirectory;
    this.#started = started;
  }

  start(options: ChildOptions): Child {
    const spawned = spawn(process.execPath, options.args, {
      cwd: root,
      env: childEnvironment({ ...options.env, [RUN_TAG]: this.#tag }),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const log = openLog(this.#logDirectory, options.name);
    const lines = collectLines(spawned, log, options);
    const child: Child = {
      name: options.name,
      pid: spawned.pid ?? 0,
      exited: exitOf(spawned).finally(() => log.end()),
      lastLines: () => lines,
    };
    if (child.pid > 0) this.#started(child.pid);
    this.#living.add(child);
    void child.exited.then(() => {
      killGroup(child.pid, "SIGKILL");
      this.#living.delete(child);
    });
    return child;
  }

  /** The sentence about a child that should live, or should have come to a good end, told with the last lines it wrote. */
  death(child: Child, how: string): Trouble {
    return deathOf(child, how, this.#logDirectory);
  }

  /** SIGTERM to every group, and SIGKILL to those that have not gone after two seconds. */
  async stopAll(): Promise<void> {
    const children = [...this.#living];
    for (const child of children) killGroup(child.pid, "SIGTERM");
    const timer = setTimeout(() => this.killAll(), GRACE_MS);
    await Promise.all(children.map((child) => child.exited));
    clearTimeout(timer);
    killTagged(this.#tag);
  }

  killAll(): void {
    for (const child of this.#living) killGroup(child.pid, "SIGKILL");
  }
}

/** Signals a process and all of its group that is still there. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 1) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: nobody left; EPERM: macOS says so of a group of zombies
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Ends what has left its group, as detached grandchildren do. */
export function killTagged(tag: string): void {
  for (const pid of processesWithVariable(RUN_TAG, tag)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

function openLog(directory: string, name: string): WriteStream {
  mkdirSync(directory, { recursive: true });
  const log = createWriteStream(join(directory, `${name}.log`), { mode: 0o600 });
  log.on("error", (error) => complain(`The log of ${name} cannot be written: ${error.message}`));
  return log;
}

function collectLines(spawned: ChildProcess, log: WriteStream, { name, echo }: ChildOptions): string[] {
  const lines: string[] = [];
  for (const stream of [spawned.stdout, spawned.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      log.write(`${line}\n`);
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      if (echo !== "no") say(echo === "named" ? `${name.padEnd(6)} | ${line}` : line);
    });
  }
  return lines;
}

function exitOf(spawned: ChildProcess): Child["exited"] {
  return new Promise((resolve) => {
    spawned.once("error", (error) => resolve({ code: null, how: `before it began: ${error.message}` }));
    spawned.once("exit", (code, signal) => {
      resolve({ code, how: signal === null ? `with code ${code}` : `by ${signal}` });
    });
  });
}

function deathOf(child: Child, how: string, logDirectory: string): Trouble {
  const shown = child.lastLines();
  const lines = [`The ${child.name} process ended ${how}.`];
  if (shown.length > 0) lines.push("Its last lines:", ...shown.map((line) => `  ${line}`));
  lines.push(`Its whole log: ${join(logDirectory, `${child.name}.log`)}`);
  return new Trouble(lines.join("\n"));
}
