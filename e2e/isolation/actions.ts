import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { z } from "zod";
import { isPermission, type Permission } from "@/lib/access/permissions";
import { root } from "@/scripts/local/paths";

/** An action of a company as its door was made: where it stands, what it asks, and what it takes. */
export type Action = {
  file: string;
  exported: string;
  rights: Permission[];
  input: z.ZodType;
};

/** Actions that no company's door made: they sign in and out, and choose how it looks. */
const outside = ["signIn", "signUp", "signOut", "chooseTheme"];

/** Every action of the product, read from its files; the house has them written in this one way. */
export async function readActions(): Promise<Action[]> {
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("actions.ts"))
    .sort();
  const found = await Promise.all(files.map((path) => actionsOf(`app/${path}`)));
  return found.flat();
}

async function actionsOf(file: string): Promise<Action[]> {
  const text = readFileSync(join(root, file), "utf8");
  const exports = text.split(/^(?=export )/m).filter((part) => part.startsWith("export "));
  const known = exports.filter((part) => !outside.some((name) => part.startsWith(`export async function ${name}(`)));
  return Promise.all(known.map((part) => actionOf(file, text, part)));
}

async function actionOf(file: string, text: string, part: string): Promise<Action> {
  const exported = /^export const (\w+) = action\(/.exec(part)?.[1];
  const rights = [...(/\bcan: ("[^"]+"|\[[^\]]*\])/.exec(part)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(
    ([, right = ""]) => right,
  );
  const input = /\binput: (\w+)/.exec(part)?.[1];
  const from = new RegExp(`import \\{[^}]*\\b${input}\\b[^}]*\\} from "([^"]+)"`).exec(text)?.[1];
  if (!exported || !from || !input || rights.length === 0 || !rights.every(isPermission)) {
    throw new Error(`${file}: not to be read as an action: ${part.split("\n")[0]}`);
  }
  const path = from.startsWith("@/") ? from.slice(2) : posix.join(posix.dirname(file), from);
  const module = (await import(join(root, `${path}.ts`))) as Record<string, z.ZodType>;
  const schema = module[input];
  if (!schema) throw new Error(`${file}: ${input} is not in ${path}`);
  return { file, exported, rights: rights.filter(isPermission), input: schema };
}
