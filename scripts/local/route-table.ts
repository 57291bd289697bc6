import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A page or route handler: its path in the tree, and its text. */
export type RouteFile = { path: string; text: string };

type Open = "public" | "signed_in";
type Routes = { open: Map<string, Open>; pages: Map<string, string[]>; files: Map<string, string[]> };

/** The door that stands in the function's own first indentation: what is asked behind a condition opens no page. */
const door = /^ {2}(?:const [^=;]+= |return )?(?:await )?(enter|download)\(\s*(?:\w+\.)?params\b([^)]*)/m;

const width = 120;

/** The pages and route handlers of `app`. */
export function readRouteFiles(root: string): RouteFile[] {
  return readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
    .sort()
    .map((path) => ({ path: `app/${path}`, text: readFileSync(join(root, "app", path), "utf8") }));
}

/** `app/(auth)/sign-in/page.tsx` → `/sign-in`. */
export function patternOf(path: string): string {
  const segments = path.split("/").slice(1, -1);
  return `/${segments.filter((segment) => !segment.startsWith("(")).join("/")}`;
}

/** The registry of lib/access/route-table.ts, as the pages say it. One of a company without a door stops it. */
export function routeTable(files: RouteFile[]): string {
  const routes: Routes = { open: new Map(), pages: new Map(), files: new Map() };
  for (const file of files) place(routes, file);
  return `import type { Permission } from "./permissions";

/** Made by \`npm run routes\` from the doors of the pages and route handlers; a change of it is a change of theirs. */
export const openRoutes = {
${lines(routes.open)}
} as const satisfies Record<string, "public" | "signed_in">;

/** Pages of a company, and what they load: refused, they lead on or draw a page that says why. */
export const companyPages = {
${lines(routes.pages)}
} as const satisfies Record<string, readonly Permission[]>;

/** Files of a company: refused, they answer with problem+json. */
export const companyFiles = {
${lines(routes.files)}
} as const satisfies Record<string, readonly Permission[]>;
`;
}

function place({ open, pages, files }: Routes, { path, text }: RouteFile): void {
  const pattern = patternOf(path);
  const [, name, rights = ""] = door.exec(text) ?? [];
  const asked = [...rights.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, right = ""]) => right);
  if (name) (name === "enter" ? pages : files).set(pattern, asked);
  else if (pattern.startsWith("/c/")) throw new Error(`${path} has no door: const scope = await enter(params, "…")`);
  else open.set(pattern, isPersonal(pattern, text) ? "signed_in" : "public");
}

/** Of the person alone: whatever lies below his account, and his companies. */
function isPersonal(pattern: string, text: string): boolean {
  return /^\/account\b/.test(pattern) || /\b(requireUser|mySeats)\(/.test(text);
}

/** As the formatter leaves them. */
function lines(routes: Map<string, string | string[]>): string {
  return [...routes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pattern, asked]) => {
      const line = `  ${JSON.stringify(pattern)}: ${JSON.stringify(asked).replaceAll(",", ", ")},`;
      if (typeof asked === "string" || line.length <= width) return line;
      return `  ${JSON.stringify(pattern)}: [\n${asked.map((right) => `    ${JSON.stringify(right)},\n`).join("")}  ],`;
    })
    .join("\n");
}
