import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The source tree as the rules see it: paths from the root, code without comments, imports with where they lead. */
type Import = { from: string; names: string[]; typeOnly: boolean };
export type SourceFile = { path: string; text: string; code: string; imports: Import[] };

/** What a file does that the house forbids: the file's path, and the words that stand there. */
export type Rule = {
  promise: string;
  broken: (files: SourceFile[]) => string[];
  /** Files that break it, each of which it must catch, as path and text. */
  plants: [path: string, text: string][];
};

const root = process.cwd();
const folders = ["app", "components", "lib", "db", "tests", "e2e", "scripts"];
const skipped = new Set(["node_modules", "migrations", "golden"]);

/** What Next loads from the root; it stands on the floor of app. */
export const atRoot = ["middleware.ts", "instrumentation.ts"];

export function readTree(): SourceFile[] {
  const besides = readdirSync(root).filter((name) => /\.(ts|mts)$/.test(name));
  const below = folders.flatMap((folder) => walk(folder));
  return [...besides, ...below].map((path) => sourceOf(path, readFileSync(join(root, path), "utf8")));
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(path);
    return /\.(ts|tsx|mts)$/.test(entry.name) ? [path] : [];
  });
}

export function sourceOf(path: string, text: string): SourceFile {
  const code = withoutComments(text);
  return { path, text, code, imports: importsOf(path, code) };
}

/** Strings stay, with whatever in them looks like a comment. */
function withoutComments(text: string): string {
  const token = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g;
  return text.replace(token, (found) => (/^\/[/*]/.test(found) ? found.replace(/[^\n]/g, " ") : found));
}

function importsOf(path: string, code: string): Import[] {
  const found: Import[] = [];
  for (const [, whole, names = "", from = ""] of code.matchAll(
    /\b(?:import|export)\s+(type\s+)?([\w*$\s,{}]+?)\s+from\s+"([^"]+)"/g,
  )) {
    const listed = names.split(/[{},]/).flatMap((name) => name.trim() || []);
    const typeOnly = Boolean(whole) || (listed.length > 0 && listed.every((name) => name.startsWith("type ")));
    found.push({
      from: resolved(path, from),
      names: listed.map((name) => (name.startsWith("*") ? name : name.replace(/^type\s+| as .*$/g, ""))),
      typeOnly,
    });
  }
  for (const [, from = ""] of code.matchAll(/\bimport\s*\(?\s*"([^"]+)"/g)) {
    found.push({ from: resolved(path, from), names: [], typeOnly: false });
  }
  return found;
}

/** A path from the root for files of ours, the package's name for others. */
function resolved(path: string, from: string): string {
  if (from.startsWith("@/")) return from.slice(2);
  return from.startsWith(".") ? posix.normalize(`${posix.dirname(path)}/${from}`) : from;
}

export function fileAt(files: SourceFile[], from: string): SourceFile | undefined {
  return files.find(({ path }) => [from, `${from}.ts`, `${from}.tsx`, `${from}/index.ts`].includes(path));
}

/** The product: what is built and served. */
export function product(files: SourceFile[]): SourceFile[] {
  return files.filter(({ path }) => /^(app|components|lib|db)\//.test(path) || atRoot.includes(path));
}

export function under(files: SourceFile[], ...places: string[]): SourceFile[] {
  return files.filter(({ path }) => places.some((place) => path === place || path.startsWith(`${place}/`)));
}

/** `path:line word` for each place where the pattern stands, but in the files that may. */
export function standing(files: SourceFile[], pattern: RegExp, may: readonly string[] = []): string[] {
  return files
    .filter(({ path }) => !may.some((place) => path === place || path.startsWith(`${place}/`)))
    .flatMap(({ path, code }) =>
      [...code.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(
        (found) => `${path}:${code.slice(0, found.index).split("\n").length} ${found[0].trim()}`,
      ),
    );
}
