import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { markOf } from "@/scripts/local/process-table";
import { RUN_TAG } from "@/scripts/local/processes";
import { isRunning, takeRunLock } from "@/scripts/local/run-lock";

let folder: string;
let left: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "run-lock-"));
  left = [];
});

afterEach(() => {
  for (const child of left) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

function longLived(env: Record<string, string> = {}): number {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, ...env },
  });
  left.push(child);
  if (child.pid === undefined) throw new Error("no child");
  return child.pid;
}

const deadMark = { pid: 999_999_999, bornAt: "long ago" };

function leaveLock(record: { tag?: string; holder: object | null; children?: object[] }): void {
  const whole = { name: "npm run demo", tag: "tag of the dead", children: [], ...record };
  writeFileSync(join(folder, "run.lock"), JSON.stringify(whole));
}

test("a folder is held by one run at a time, and the second is told whom to stop", async () => {
  const lock = await takeRunLock(folder, "npm run demo");
  expect(isRunning(folder)).toBe(true);
  const refusal = new RegExp(`npm run demo already runs on .* as process ${process.pid}: .*kill ${process.pid}`);
  await expect(takeRunLock(folder, "npm run demo")).rejects.toThrow(refusal);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("of many starts at one moment exactly one gets the folder, over a dead lock too", async () => {
  leaveLock({ holder: deadMark });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => takeRunLock(folder, "npm run demo")));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a killed run's lock is taken over, and its children are ended first", async () => {
  const child = longLived();
  leaveLock({ holder: deadMark, children: [markOf(child) ?? {}] });
  await takeRunLock(folder, "npm run demo");
  expect(markOf(child)).toBeNull();
});

test("what a killed run's children started is found by the run's tag", async () => {
  const grandchild = longLived({ [RUN_TAG]: "tag of the dead" });
  leaveLock({ holder: deadMark });
  await takeRunLock(folder, "npm run demo");
  await expect.poll(() => markOf(grandchild)).toBeNull();
});

test("a process that merely got the number of a dead child or holder is left alone", async () => {
  const stranger = longLived();
  leaveLock({ holder: { ...deadMark, pid: process.pid }, children: [{ ...deadMark, pid: stranger }] });
  const lock = await takeRunLock(folder, "npm run demo");
  expect(markOf(stranger)).not.toBeNull();
  lock.release();
});

test("a lock that was cut short while it was written counts as none", async () => {
  writeFileSync(join(folder, "run.lock"), '{"name":"npm ru');
  const lock = await takeRunLock(folder, "npm run demo");
  lock.release();
});
