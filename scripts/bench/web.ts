import { randomBytes } from "node:crypto";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { packageFile, root } from "../local/paths";
import { freePort } from "../local/ports";
import type { Child } from "../local/processes";
import type { Run } from "../local/run";
import { Trouble } from "../local/trouble";
import type { Stage } from "./stage";

/** A server of ours on the loopback, with its process. */
export type Site = { child: Child; base: string };

/** The product as it is served: its production build, on the stage's database. */
export async function startWeb({ run, urls }: Stage): Promise<Site> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const secret = () => randomBytes(32).toString("base64");
  const env = {
    EZ360_PROFILE: "demo",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "warn",
    APP_DATABASE_URL: urls.appUrl,
    NEXTAUTH_URL: base,
    NEXTAUTH_SECRET: secret(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret(),
  };
  const args = [packageFile("next", "dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(port)];
  return started(run, { child: run.keep({ name: "web", args, env, echo: "no" }), base }, "/healthz");
}

/** The floor beside it. */
export async function startBare({ run, adminUrl }: Stage, companyId: string): Promise<Site> {
  const port = await freePort();
  const env = { PORT: String(port), BENCH_DATABASE_URL: adminUrl, BENCH_COMPANY: companyId };
  const args = ["--import=tsx", join(root, "scripts/bench/bare-list.ts")];
  const child = run.keep({ name: "bare", args, env, echo: "no" });
  return started(run, { child, base: `http://127.0.0.1:${port}` }, "/first");
}

async function started(run: Run, site: Site, path: string): Promise<Site> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    run.checkpoint();
    const answer = await ask(site.base + path, "").catch(() => null);
    if (answer?.status === 200) return site;
    await sleep(100);
  }
  throw new Trouble(`${site.base}${path} does not answer: ${site.child.lastLines().join("\n")}`);
}

export type Answer = { status: number; text: string; millis: number };

const agent = new Agent({ keepAlive: true });

/** One request on a connection that stays open, read to its end. */
export function ask(url: string, cookie: string): Promise<Answer> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          millis: performance.now() - from,
        }),
      );
    });
    request.on("error", reject);
  });
}
