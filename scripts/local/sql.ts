import pg from "pg";

/** Runs `use` on a connection of its own, which is closed however it ends. */
export async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection cut while idle would otherwise end the whole process; the next query on it fails all the same.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's five-letter code of an error, also from within drizzle's wrapping. */
export function databaseCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return (error as { code?: string }).code ?? databaseCode(error.cause);
}

/** There already: said plainly, or as a broken unique index when two servers make the same thing at the same moment. */
const EXISTS_ALREADY = ["42710", "42P04", "23505"];

export async function createIfMissing(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if (!EXISTS_ALREADY.includes(databaseCode(error) ?? "")) throw error;
  }
}
