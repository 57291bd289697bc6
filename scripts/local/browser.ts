import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { childEnvironment, setting } from "./environment";
import { packageFile, packageFolder, root } from "./paths";
import { say } from "./terminal";
import { Trouble } from "./trouble";

export interface Browser {
  executablePath: string;
  /** What has to be set for it to find its own libraries and fonts. */
  env: Record<string, string>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** A Chromium that starts on this machine: the one asked for, the system's, Playwright's, the bundled one, or a fresh download. */
export async function findBrowser(): Promise<Browser> {
  const asked = setting("CHROMIUM_PATH");
  if (asked !== undefined) {
    const browser = { executablePath: asked, env: {} };
    if (starts(browser)) return browser;
    throw new Trouble(`CHROMIUM_PATH names ${asked}, which does not start.`);
  }
  const installed = [...onPath(), await playwrightsOwn()].map((executablePath) => ({ executablePath, env: {} }));
  const working = installed.find(starts) ?? bundled();
  if (working !== null) return working;
  say("Downloading a browser …");
  installWithPlaywright();
  const downloaded = { executablePath: await playwrightsOwn(), env: {} };
  if (starts(downloaded)) return downloaded;
  throw new Trouble(
    "No browser was found, and none could be installed. Install Chromium, or set CHROMIUM_PATH to one.",
  );
}

function onPath(): string[] {
  const folders = (setting("PATH") ?? "").split(delimiter).filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);
}

async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** Only a browser that starts counts: some systems have a stub of that name, or lack the libraries. */
function starts({ executablePath, env }: Browser): boolean {
  if (!isExecutable(executablePath)) return false;
  const tried = spawnSync(executablePath, ["--version"], {
    env: childEnvironment(env),
    timeout: 20_000,
    encoding: "utf8",
  });
  return tried.status === 0 && /chrom/i.test(tried.stdout);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium that comes as an npm package, with the libraries it needs, for 64-bit Linux. Unpacked once for each account, since
 * the files belong to who unpacked them; beside its place first, so that half an unpacking is never taken for the whole.
 */
function bundled(): Browser | null {
  const folder = packageFolder("@sparticuz/chromium");
  if (folder === null || process.platform !== "linux" || process.arch !== "x64") return null;
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const home = join(root, ".data/browser", `chromium-${version}-${process.getuid?.()}`);
  const browser = {
    executablePath: join(home, "chromium"),
    env: { LD_LIBRARY_PATH: join(home, "al2023/lib"), FONTCONFIG_PATH: join(home, "fonts") },
  };
  if (!existsSync(home)) unpack(home);
  if (existsSync(home)) writeFileSync(join(home, "fonts/fonts.conf"), fontSettings(home));
  return starts(browser) ? browser : null;
}

/** In a process of its own: the package goes by TMPDIR and by a variable of its usual home, and changes others. */
function unpack(home: string): void {
  say("Unpacking the bundled browser …");
  const draft = `${home}.${process.pid}.new`;
  mkdirSync(draft, { recursive: true });
  const chromium = JSON.stringify(import.meta.resolve("@sparticuz/chromium"));
  const script = `import chromium from ${chromium}; await chromium.executablePath();`;
  const unpacked = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    env: childEnvironment({ TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" }),
    encoding: "utf8",
  });
  if (unpacked.status === 0) renameSync(draft, home);
  else say(`The bundled browser cannot be unpacked: ${unpacked.stderr.trim().split("\n").at(-1)}`);
  rmSync(draft, { recursive: true, force: true });
}

/** The package's own settings look below /tmp, where another account's files may lie. */
function fontSettings(home: string): string {
  const folders = [join(home, "fonts"), "/usr/share/fonts"].map((folder) => `<dir>${folder}</dir>`).join("");
  return `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>\n`;
}

/** Libraries of the system can be installed by root alone; for others that step would ask for a password. */
function installWithPlaywright(): void {
  const libraries = process.getuid?.() === 0 && process.platform === "linux" ? ["--with-deps"] : [];
  const cli = packageFile("playwright", "cli.js");
  spawnSync(process.execPath, [cli, "install", ...libraries, "chromium"], { stdio: "ignore", timeout: 300_000 });
}
