import { Trouble } from "./trouble";

/** The same server and settings under another login or database. */
export function withLogin(
  databaseUrl: string,
  changes: { user?: string; password?: string; database?: string },
): string {
  const url = parsed(databaseUrl);
  if (changes.database !== undefined) url.pathname = `/${encodeURIComponent(changes.database)}`;
  if (changes.user === undefined) return url.href;
  if (url.hostname === "") {
    // A socket's address (`?host=/run/postgresql`) has no place for a login before the host.
    url.searchParams.set("user", changes.user);
    url.searchParams.set("password", changes.password ?? "");
    return url.href;
  }
  url.username = encodeURIComponent(changes.user);
  url.password = encodeURIComponent(changes.password ?? "");
  return url.href;
}

export function databaseOf(databaseUrl: string): string {
  return decodeURIComponent(parsed(databaseUrl).pathname.slice(1));
}

/** The sentence does not repeat the address, since it may hold a password. */
function parsed(databaseUrl: string): URL {
  if (/^postgres(ql)?:/.test(databaseUrl) && URL.canParse(databaseUrl)) return new URL(databaseUrl);
  throw new Trouble("DATABASE_URL is no address: it should read postgres://user:password@host:5432/name.");
}
