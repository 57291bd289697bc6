import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, wherever the command was called from. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where everything lies that this machine keeps between runs, unless `--data` says otherwise. */
export const defaultDataDirectory = join(root, ".data");

const require = createRequire(join(root, "package.json"));

/** The folder of an installed package, or null. Goes by its package.json, so what a package exports does not matter. */
export function packageFolder(name: string): string | null {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return dirname(require.resolve(join(folder, name, "package.json")));
    } catch {
      // not in this node_modules; look further up
    }
  }
  return null;
}

/** The file behind a package's command, to be run by this very Node: no shell and no wrapper process between us and it. */
export function packageFile(name: string, file: string): string {
  const folder = packageFolder(name);
  if (folder === null) throw new Error(`${name} is not installed: run npm ci`);
  return join(folder, file);
}
