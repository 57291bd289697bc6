import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readIfThere, writePrivately } from "./files";
import { Trouble } from "./trouble";

const FILE = "secrets.json";

/**
 * A random secret that is made once and then stays: logins, database passwords and server action ids survive a restart.
 * 32 random bytes in base64, in a file that only its owner may read.
 */
export function keptSecret(directory: string, name: string): string {
  const kept = readSecrets(directory);
  const known = kept[name];
  if (known !== undefined) return known;
  const secret = randomBytes(32).toString("base64");
  writePrivately(join(directory, FILE), `${JSON.stringify({ ...kept, [name]: secret }, null, 2)}\n`);
  return secret;
}

function readSecrets(directory: string): Record<string, string> {
  const path = join(directory, FILE);
  const text = readIfThere(path);
  if (text === null) return {};
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new Trouble(`${path} is damaged. Start anew with --reset.`);
  }
}
