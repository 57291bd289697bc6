import { closePool } from "@/db/client";
import { Refusal } from "@/lib/kernel/refusal";
import { commands, usage } from "./ez360/commands";
import { Misuse } from "./ez360/options";
import { useSettings } from "./ez360/settings";

/** The operator's command line: `npm run ez360 -- <command>`. Exit 0 done, 1 refused or not in order, 2 misused. */
const [name = "help", ...words] = process.argv.slice(2);
const command = commands[name];

try {
  if (name === "help" || name === "--help") console.log(usage());
  else if (!command) throw new Misuse(`There is no command ${name}.`);
  else {
    const options = command.options(words);
    useSettings(options.data);
    process.exitCode = await command.run(options);
  }
} catch (error) {
  if (error instanceof Misuse) {
    console.error(`${error.message}\n\n${usage()}`);
    process.exitCode = 2;
  } else if (error instanceof Refusal) {
    console.error(error.code === "not_found" ? "There is no such company." : error.message);
    process.exitCode = 1;
  } else throw error;
} finally {
  await closePool();
}
