import { join } from "node:path";
import { setting } from "./environment";
import { commandOf, isAlive, markOf, type ProcessMark, parentOf } from "./process-table";
import { type Child, type ChildOptions, Children } from "./processes";
import { takeRunLock } from "./run-lock";
import { complain, say } from "./terminal";

/** All is to be gone within 5 s of the signal; what still hangs shortly before that is killed. */
const STOP_DEADLINE_MS = 4_700;

/** Asked to stop: the ordinary end of a run that serves somebody. */
class Stopped extends Error {}

/** One run of the product on one data folder: its children, what has to be closed, and the wish to stop. */
export class Run {
  readonly #abort = new AbortController();
  readonly #closers: (() => Promise<void> | void)[] = [];

  constructor(
    readonly directory: string,
    private readonly children: Children,
  ) {}

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Throws as soon as the run is to stop. Called between the steps of a start. */
  checkpoint(): void {
    this.signal.throwIfAborted();
  }

  /** Says what is being done, unless it should not be begun any more. */
  step(line: string): void {
    this.checkpoint();
    say(line);
  }

  /** Closed in reverse order, after all children are gone. */
  onStop(close: () => Promise<void> | void): void {
    this.#closers.push(close);
  }

  /** A child that has to live as long as the run: its death ends the run, and is told. */
  keep(options: ChildOptions): Child {
    this.checkpoint();
    const child = this.children.start(options);
    void child.exited.then(({ how }) => this.stop(this.children.death(child, how)));
    return child;
  }

  /** A child that has to come to a good end: any other code than 0 is trouble. */
  async finish(options: ChildOptions): Promise<void> {
    const { child, code, how } = await this.exitOf(options);
    if (code !== 0) throw this.children.death(child, how);
  }

  /** A child whose exit code is its answer. */
  async exitOf(options: ChildOptions): Promise<{ child: Child; code: number | null; how: string }> {
    this.checkpoint();
    const child = this.children.start(options);
    const cancel = () => void this.children.stopAll();
    this.signal.addEventListener("abort", cancel, { once: true });
    const exit = await child.exited;
    this.signal.removeEventListener("abort", cancel);
    this.checkpoint();
    return { child, ...exit };
  }

  stop(reason: Error = new Stopped()): void {
    if (!this.signal.aborted) this.#abort.abort(reason);
  }

  /** Returns when a person asked to stop; throws the trouble that ended the run. */
  async untilStopped(): Promise<void> {
    if (!this.signal.aborted) {
      await new Promise<void>((resolve) => this.signal.addEventListener("abort", () => resolve(), { once: true }));
    }
    this.checkpoint();
  }

  async close(): Promise<void> {
    this.stop();
    await this.children.stopAll();
    for (const close of this.#closers.reverse()) {
      try {
        await close();
      } catch (error) {
        complain(`While stopping: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  killAll(): void {
    this.children.killAll();
  }
}

/**
 * Holds the folder's lock while `body` runs, ends everything afterwards however it went, and returns what `body` returned, or null
 * if SIGINT, SIGTERM or SIGHUP ended it.
 */
export async function inRun<T>(
  { directory, name }: { directory: string; name: string },
  body: (run: Run) => Promise<T>,
): Promise<T | null> {
  const lock = await takeRunLock(directory, name);
  const run = new Run(directory, new Children(lock.tag, join(directory, "logs"), lock.noteChild));
  const unwatch = watchForEnd(run, lock.release);
  try {
    return await body(run);
  } catch (error) {
    const reason: unknown = run.signal.aborted ? run.signal.reason : error;
    if (reason instanceof Stopped) return null;
    throw reason;
  } finally {
    await run.close();
    unwatch();
    lock.release();
  }
}

function watchForEnd(run: Run, release: () => void): () => void {
  let killer: NodeJS.Timeout | undefined;
  const stop = () => run.stop();
  run.signal.addEventListener("abort", () => {
    killer = setTimeout(() => {
      run.killAll();
      release();
      process.exit(run.signal.reason instanceof Stopped ? 0 : 1);
    }, STOP_DEADLINE_MS);
  });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  const killAll = () => run.killAll();
  process.on("exit", killAll);
  const fail = (error: Error) => run.stop(error);
  process.on("uncaughtException", fail);
  const callers = setInterval(() => {
    if (!callersAtStart.every(isAlive)) stop();
  }, 1_000);
  return () => {
    clearTimeout(killer);
    clearInterval(callers);
    process.off("exit", killAll);
    process.off("uncaughtException", fail);
    for (const signal of signals) process.off(signal, stop);
  };
}

/** Under npm: the wrappers between npm and us. Nobody passes a SIGKILL on, so without this we would outlive them unseen. */
const callersAtStart: ProcessMark[] = setting("npm_lifecycle_event") === undefined ? [] : callersUpToNpm();

function callersUpToNpm(): ProcessMark[] {
  const marks: ProcessMark[] = [];
  for (let pid = process.ppid; pid > 1 && marks.length < 4; pid = parentOf(pid)) {
    const mark = markOf(pid);
    if (mark === null) break;
    marks.push(mark);
    if (commandOf(pid).startsWith("npm ")) return marks;
  }
  return marks.slice(0, 1);
}
