import { join } from "node:path";
import { setting } from "./local/environment";
import { readIfThere } from "./local/files";
import { prepareGivenDatabase } from "./local/given-database";
import { migrate } from "./local/migrations";
import { defaultDataDirectory } from "./local/paths";
import { inRun } from "./local/run";
import { isRunning } from "./local/run-lock";
import { openDatabase } from "./local/services";
import { say } from "./local/terminal";
import { runMain, Trouble } from "./local/trouble";

/** Migrates the database of DATABASE_URL; without one, that of `npm run dev`, whether that runs just now or not. */
async function main(): Promise<number> {
  const databaseUrl = setting("DATABASE_URL");
  const directory = join(defaultDataDirectory, "dev");
  if (databaseUrl !== undefined) {
    const appDatabaseUrl = setting("APP_DATABASE_URL");
    const { ownerUrl } = await prepareGivenDatabase({ databaseUrl, appDatabaseUrl, directory: defaultDataDirectory });
    await migrate(ownerUrl);
  } else if (isRunning(directory)) {
    await migrate(urlOfRunningDev());
  } else {
    const finished = await inRun({ directory, name: "npm run db:migrate" }, async (run) => {
      const { ownerUrl } = await openDatabase(run, { databaseName: "ez360_dev", durable: true });
      await migrate(ownerUrl);
      return true;
    });
    if (finished === null) return 1;
  }
  say("The database is up to date.");
  return 0;
}

function urlOfRunningDev(): string {
  const text = readIfThere(join(defaultDataDirectory, "dev.json"));
  if (text === null)
    throw new Trouble("`npm run dev` is just starting, and migrates by itself. Try again when it is ready.");
  return (JSON.parse(text) as { databaseUrl: string }).databaseUrl;
}

await runMain(main);
