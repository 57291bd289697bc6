import type { Permission } from "./permissions";
import { companyFiles, companyPages, openRoutes } from "./route-table";

/** What a route asks of whoever comes. `page` and `file` are of a company, and differ in how they refuse. */
export type RouteAsks =
  | { kind: "public" | "signed_in" }
  | { kind: "page" | "file"; pattern: string; rights: readonly Permission[] };

type Known = { pattern: string; path: RegExp; asks: RouteAsks };

const known: Known[] = [
  ...Object.entries(openRoutes).map(([pattern, kind]) => at(pattern, { kind })),
  ...Object.entries(companyPages).map(([pattern, rights]) => at(pattern, { kind: "page", pattern, rights })),
  ...Object.entries(companyFiles).map(([pattern, rights]) => at(pattern, { kind: "file", pattern, rights })),
].sort((a, b) => (order(a.pattern) < order(b.pattern) ? -1 : 1));

/** Null for a path that leads nowhere. */
export function routeAt(pathname: string): RouteAsks | null {
  return known.find(({ path }) => path.test(pathname))?.asks ?? null;
}

function at(pattern: string, asks: RouteAsks): Known {
  const path = pattern.replace(/\[\.\.\.\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+");
  return { pattern, path: new RegExp(`^${path}$`), asks };
}

/** A word before a parameter at the same place: `invoices/new` is no invoice. */
function order(pattern: string): string {
  return pattern.replaceAll("[", "~");
}
