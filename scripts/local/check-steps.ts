import { type ChildProcess, spawn } from "node:child_process";
import { childEnvironment } from "./environment";
import { root } from "./paths";
import { killGroup } from "./processes";
import { say } from "./terminal";

/** Runs one Node command to its end. What it wrote is shown if its step fails. */
export type RunCommand = (args: string[]) => Promise<{ ok: boolean; output: string }>;

export interface Step {
  name: string;
  /** Arguments of Node, one command after the other; the first failure ends the step. */
  commands: string[][];
  env?: Record<string, string>;
  /** What has to hold after the commands. */
  afterwards?: (run: RunCommand) => Promise<boolean>;
}

interface Outcome {
  name: string;
  ok: boolean;
  seconds: string;
}

/** Runs all steps, one after the other, also after a failure. Returns the exit code. */
export async function runSteps(steps: Step[]): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step));
  const failed = outcomes.filter(({ ok }) => !ok).length;
  say("\nSummary");
  for (const { name, ok, seconds } of outcomes)
    say(`  ${ok ? "passed" : "FAILED"}  ${name.padEnd(18)} ${seconds.padStart(7)} s`);
  say(`steps: ${steps.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runStep({ name, commands, env = {}, afterwards = async () => true }: Step): Promise<Outcome> {
  say(`\n── ${name}`);
  const began = performance.now();
  const outputs: string[] = [];
  const run: RunCommand = async (args) => {
    const ended = await runToEnd(args, env);
    outputs.push(ended.output);
    return ended;
  };
  let ok = true;
  for (const command of commands) ok = ok && (await run(command)).ok;
  ok = ok && (await afterwards(run));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const shown = ok ? countsIn(outputs) : outputs.join("\n").trimEnd();
  if (shown !== "") say(shown);
  say(`${ok ? "passed" : "FAILED"} in ${seconds} s`);
  return { name, ok, seconds };
}

function runToEnd(args: string[], env: Record<string, string>): ReturnType<RunCommand> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: childEnvironment({ NO_COLOR: "1", FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: "1", ...env }),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const pieces: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => pieces.push(String(chunk)));
    const release = passSignals(child);
    child.once("error", reject);
    child.once("close", (code) => {
      release();
      resolve({ ok: code === 0, output: pieces.join("") });
    });
  });
}

/** A step has a process group of its own, so Ctrl-C reaches it only through us; after it, nothing more is begun. */
function passSignals(child: ChildProcess): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const pass = (signal: NodeJS.Signals) => {
    killGroup(child.pid ?? 0, signal);
    child.once("close", () => process.exit(1));
  };
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

/** Of a long good report, the lines that say how much was tested. */
function countsIn(outputs: string[]): string {
  const lines = outputs.join("\n").split("\n");
  return lines.filter((line) => /^\s*(Test Files|Tests|Checked|\d+ passed|\d+ skipped)\b/.test(line)).join("\n");
}
