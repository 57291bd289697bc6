import { join } from "node:path";
import { startAsTool } from "@/lib/env";
import { setting } from "../local/environment";
import { readIfThere } from "../local/files";
import { defaultDataDirectory } from "../local/paths";
import { Trouble } from "../local/trouble";

/** The database of the environment, or of the demo that runs on this data folder. Returns whether it is the demo's. */
export function adoptSettings(data = defaultDataDirectory): boolean {
  if (setting("APP_DATABASE_URL") !== undefined) {
    startAsTool();
    return false;
  }
  const announcement = join(data, "demo.json");
  const text = readIfThere(announcement);
  if (text === null) {
    throw new Trouble(
      `No database is named: set APP_DATABASE_URL, or start the demo (npm run demo). There is no ${announcement}.`,
    );
  }
  process.env.APP_DATABASE_URL = (JSON.parse(text) as { appDatabaseUrl: string }).appDatabaseUrl;
  startAsTool();
  return true;
}
