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

/** Below it stand the actions that a company's door made. Others are a person's own: they name no company. */
export const companies = "app/c/";

/** Every action of a company, read from its files; the house has them written in this one way. */
export async function readActions(): Promise<Action[]> {
  const files = readdirSync(join(root, companies), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("actions.ts"))
    .sort();
  const found = await Promise.all(files.map((path) => actionsOf(`${companies}${path}`)));
  return found.flat();
}

async function actionsOf(file: string): Promise<Action[]> {
  const text = readFileSync(join(root, file), "utf8");
  const exports = text.split(/^(?=export )/m).filter((part) => part.startsWith("export "));
  return Promise.all(exports.map((part) => actionOf(file, text, part)));
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
