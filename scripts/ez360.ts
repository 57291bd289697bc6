import { closePool } from "@/db/client";
import { Refusal } from "@/lib/kernel/refusal";
import { commands, usage } from "./ez360/commands";
import { Misuse, type Options } from "./ez360/options";
import { adoptSettings } from "./ez360/settings";
import { complain, say } from "./local/terminal";
import { runMain, Trouble } from "./local/trouble";

/** The operator's command line: `npm run ez360 -- <command>`. Exit 0 done, 1 refused or not in order, 2 misused. */
async function main([name = "help", ...words]: string[]): Promise<number> {
  if (["help", "--help", "-h"].includes(name)) {
    say(usage());
    return 0;
  }
  let options: Options | null = null;
  try {
    const command = commands[name];
    if (!command) throw new Misuse(`There is no command ${name}.`);
    options = command.options(words);
    adoptSettings(options.data);
    return await command.run(options);
  } catch (error) {
    if (error instanceof Misuse) {
      complain(`${error.message}\n\n${usage()}`);
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    const isCompany = error.code === "not_found" && options?.company;
    throw new Trouble(
      isCompany ? `There is no company ${options?.company}. The command companies lists them.` : error.message,
    );
  } finally {
    await closePool();
  }
}

await runMain(() => main(process.argv.slice(2)));
