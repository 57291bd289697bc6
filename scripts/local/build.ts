import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfThere } from "./files";
import { packageFile, root } from "./paths";
import type { Run } from "./run";
import { isRunning, type RunLock, takeRunLock } from "./run-lock";

/** All that a build is made from. */
const SOURCES = [
  ...["app", "components", "lib", "db", "public"],
  ...[
    "middleware.ts",
    "instrumentation.ts",
    "next.config.ts",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ],
];

/** Written after a build as its last step, so that one which was broken off counts as none. */
const MARK = ".next/ez360-fingerprint";

/** Builds the product if its sources changed since the last build. Two runs on one checkout build one after the other. */
export async function ensureBuild(run: Run): Promise<void> {
  if (isBuilt(root)) return;
  const lock = await turnToBuild(run);
  try {
    if (isBuilt(root)) return;
    run.step("Building the product (a minute or two, once for each change) …");
    rmSync(join(root, MARK), { force: true });
    const fingerprint = sourcesFingerprint(root);
    await run.finish({
      name: "build",
      args: [packageFile("next", "dist/bin/next"), "build"],
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      echo: "no",
    });
    writeFileSync(join(root, MARK), fingerprint);
  } finally {
    lock.release();
  }
}

async function turnToBuild(run: Run): Promise<RunLock> {
  const lockFolder = join(root, ".data/build");
  for (;;) {
    try {
      return await takeRunLock(lockFolder, "A build");
    } catch (error) {
      if (!isRunning(lockFolder)) throw error;
    }
    run.checkpoint();
    await sleep(500);
  }
}

function isBuilt(folder: string): boolean {
  return existsSync(join(folder, ".next/BUILD_ID")) && readIfThere(join(folder, MARK)) === sourcesFingerprint(folder);
}

/** Changes with any byte or name of the sources; what else lies in the folder does not matter. */
export function sourcesFingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) addTo(hash, folder, source);
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, folder: string, source: string): void {
  const path = join(folder, source);
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path).sort()) addTo(hash, folder, join(source, entry));
    return;
  }
  const content = readFileSync(path);
  hash.update(`${source}\0${content.length}\0`).update(content);
}
