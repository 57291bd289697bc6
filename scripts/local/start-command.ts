import { rmSync } from "node:fs";
import { join } from "node:path";
import { choosePort, parseRunArguments } from "./arguments";
import { writePrivately } from "./files";
import { nextFreePort } from "./ports";
import { resetRun } from "./reset";
import { inRun } from "./run";
import type { Login } from "./seed";
import { type Product, startProduct } from "./services";
import { say } from "./terminal";

interface Command {
  /** `npm run <name>`; also the name of its folder and of its database. */
  name: "demo" | "dev";
  profile: "demo" | "development";
  host: "127.0.0.1" | "localhost";
  usualPort: number;
}

/** What `npm run demo` and `npm run dev` have in common, which is all but a few words. Returns the exit code. */
export async function startCommand({ name, profile, host, usualPort }: Command): Promise<number> {
  const { port: askedPort, dataDirectory, reset } = parseRunArguments(name, process.argv.slice(2));
  const directory = join(dataDirectory, name);
  const announcement = join(dataDirectory, `${name}.json`);
  await inRun({ directory, name: `npm run ${name}` }, async (run) => {
    rmSync(announcement, { force: true });
    if (reset) await resetRun(directory);
    const port = await choosePort(askedPort, usualPort);
    const product = await startProduct(run, {
      ...{ profile, host, port, durable: true, seedArguments: [] },
      mailPagePort: await nextFreePort(port + 1),
      databaseName: `ez360_${name}`,
    });
    writePrivately(announcement, announcementOf(product));
    for (const line of greeting(product)) say(line);
    await run.untilStopped();
  });
  return 0;
}

/** What other programs need to find and use the running product. */
export function announcementOf({ baseUrl, ownerUrl, appUrl, mailUrl, logins }: Product): string {
  const announcement = { baseUrl, databaseUrl: ownerUrl, appDatabaseUrl: appUrl, mailUrl, logins };
  return `${JSON.stringify(announcement, null, 2)}\n`;
}

function greeting({ baseUrl, mailUrl, logins }: Product): string[] {
  const rows = [["Email", "Password", "Role", "Company"], ...logins.map(columnsOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  return ["", `EZ360PM ready on ${baseUrl}`, "", ...table, "", `Mail: ${mailUrl}`, "Stop: Ctrl-C", ""];
}

function columnsOf({ email, password, role, companySlug }: Login): string[] {
  return [email, password, role, companySlug ?? ""];
}
