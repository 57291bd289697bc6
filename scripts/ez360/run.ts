import { Refusal } from "@/lib/kernel/refusal";
import { complain, say } from "../local/terminal";
import { Trouble } from "../local/trouble";
import { commands, usage } from "./commands";
import { Misuse, type Options } from "./options";
import { adoptSettings } from "./settings";

/** Carries out one command and gives its exit code: 0 done, 1 not in order, 2 misused. Throws `Trouble` with its sentence. */
export async function ez360([name = "help", ...words]: string[]): Promise<number> {
  if (["help", "--help", "-h"].includes(name)) {
    say(usage());
    return 0;
  }
  let options: Options | null = null;
  let isDemo = false;
  try {
    const command = commands[name];
    if (!command) throw new Misuse(`There is no command ${name}.`);
    options = command.options(words);
    isDemo = adoptSettings(options.data);
    return await command.run(options);
  } catch (error) {
    if (error instanceof Misuse) {
      complain(`${error.message}\n\n${usage()}`);
      return 2;
    }
    if (isDemo && isUnanswered(error)) {
      throw new Trouble("The demo is not running: start it with `npm run demo`, or set APP_DATABASE_URL.");
    }
    throw error instanceof Refusal ? new Trouble(sentenceOf(error, options)) : error;
  }
}

function isUnanswered(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
}

function sentenceOf(refusal: Refusal, options: Options | null): string {
  if (refusal.code !== "not_found" || !options?.company) return refusal.message;
  return `There is no company ${options.company}. The command companies lists them.`;
}
