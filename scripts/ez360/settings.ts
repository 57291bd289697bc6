import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Misuse } from "./options";

/** The database of the environment, or of the demo that runs from this folder. */
export function useSettings(data = ".data"): void {
  if (process.env.APP_DATABASE_URL) return;
  const file = join(data, "demo.json");
  if (!existsSync(file)) {
    throw new Misuse(
      `No database is named: set APP_DATABASE_URL, or start the demo (npm run demo) and name its folder by --data.`,
    );
  }
  const { appDatabaseUrl } = JSON.parse(readFileSync(file, "utf8")) as { appDatabaseUrl: string };
  process.env.APP_DATABASE_URL = appDatabaseUrl;
}
