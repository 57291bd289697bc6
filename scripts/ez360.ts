import { closePool } from "@/db/client";
import { ez360 } from "./ez360/run";
import { runMain } from "./local/trouble";

/** The operator's command line: `npm run ez360 -- <command>`. */
await runMain(() => ez360(process.argv.slice(2)).finally(closePool));
