import { rmSync } from "node:fs";
import { join } from "node:path";
import { setting } from "./environment";
import { removePostgres } from "./postgres";
import { forgetSeed } from "./seed";
import { say } from "./terminal";

/**
 * Takes away all that earlier runs kept for themselves in `directory`; other files there stay. On somebody else's server only
 * example data is emptied.
 */
export async function resetRun(directory: string): Promise<void> {
  say(`Taking away what is in ${directory} …`);
  const databaseUrl = setting("DATABASE_URL");
  if (databaseUrl !== undefined) await forgetSeed(databaseUrl);
  await removePostgres(join(directory, "postgres"));
  for (const name of ["secrets.json", "logs"]) rmSync(join(directory, name), { recursive: true, force: true });
}
