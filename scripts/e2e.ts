import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./local/browser";
import { writePrivately } from "./local/files";
import { packageFile, root } from "./local/paths";
import { freePort } from "./local/ports";
import { inRun, type Run } from "./local/run";
import { startProduct } from "./local/services";
import { announcementOf } from "./local/start-command";
import { removeTemporaryFolder, temporaryFolder } from "./local/temporary-folder";
import { runMain } from "./local/trouble";

/**
 * The whole product as in the demo, on data of its own, and the journeys of e2e/ through it in a real browser. After a failure the
 * logs of web and worker lie beside Playwright's own results.
 */
async function main(): Promise<number> {
  const directory = await temporaryFolder();
  let code: number | null = null;
  try {
    code = await inRun({ directory, name: "npm run test:e2e" }, runJourneys);
    return code ?? 1;
  } finally {
    const logs = join(directory, "logs");
    if (code !== 0 && existsSync(logs)) cpSync(logs, join(root, "test-results/logs"), { recursive: true });
    await removeTemporaryFolder(directory);
  }
}

async function runJourneys(run: Run): Promise<number> {
  const browser = await findBrowser();
  const product = await startProduct(run, {
    ...{ profile: "demo", host: "127.0.0.1", durable: false },
    ...{ port: await freePort(), mailPagePort: 0 },
    ...{ databaseName: "ez360_e2e", seedArguments: ["--small"] },
  });
  const announcement = join(run.directory, "demo.json");
  writePrivately(announcement, announcementOf(product));
  run.step("Running the journeys …");
  const { code } = await run.exitOf({
    name: "journeys",
    args: [packageFile("@playwright/test", "cli.js"), "test", ...process.argv.slice(2)],
    env: {
      E2E_BASE_URL: product.baseUrl,
      E2E_DEMO_JSON: announcement,
      E2E_CHROMIUM_PATH: browser.executablePath,
      E2E_LD_LIBRARY_PATH: browser.env.LD_LIBRARY_PATH,
      E2E_FONTCONFIG_PATH: browser.env.FONTCONFIG_PATH,
    },
    echo: "plain",
  });
  return code ?? 1;
}

await runMain(main);
