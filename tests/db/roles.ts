import pg from "pg";
import type { CompanyId } from "@/lib/kernel/ids";

/**
 * Plain SQL, as the role that serves requests or as the one that owns the tables, for one company or for none. What is
 * tried here is rolled back, so that each check starts from the same books.
 */
export type Role = "app" | "owner";
export type Statement = { text: string; values: unknown[] };
export type Run = <Row extends pg.QueryResultRow>(statement: Statement | string) => Promise<Row[]>;

const urls: Record<Role, string | undefined> = {
  app: process.env.APP_DATABASE_URL,
  owner: process.env.DATABASE_URL,
};

const pools = new Map<Role, pg.Pool>();

/** `sql\`… ${value} …\``: the values travel as parameters. */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Statement {
  return { text: parts.reduce((text, part, i) => `${text}$${i}${part}`), values };
}

/** One transaction, of which nothing remains. */
export async function as<T>(role: Role, companyId: CompanyId | null, body: (run: Run) => Promise<T>): Promise<T> {
  const client = await poolOf(role).connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.company_id', $1, true)", [companyId ?? ""]);
    return await body(runOn(client));
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** One transaction that is committed: for what must be there when the next one looks. */
export async function lasting<T>(role: Role, companyId: CompanyId, body: (run: Run) => Promise<T>): Promise<T> {
  return as(role, companyId, async (run) => {
    const result = await body(run);
    await run("commit");
    return result;
  });
}

/**
 * What the database says of these statements: null when it takes them all, else the SQLSTATE. Deferred triggers speak
 * at the end, as they would at the commit; `open` leaves them silent, where one guard alone is asked.
 */
export function verdict(
  role: Role,
  companyId: CompanyId | null,
  statements: (Statement | string)[],
  { open = false }: { open?: boolean } = {},
): Promise<string | null> {
  return as(role, companyId, async (run) => {
    try {
      for (const statement of statements) await run(statement);
      if (!open) await run("set constraints all immediate");
      return null;
    } catch (error) {
      return sqlstateOf(error);
    }
  });
}

export function sqlstateOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  throw error;
}

function runOn(client: pg.PoolClient): Run {
  return async <Row extends pg.QueryResultRow>(statement: Statement | string) => {
    const { rows } = await client.query<Row>(typeof statement === "string" ? { text: statement } : statement);
    return rows;
  };
}

function poolOf(role: Role): pg.Pool {
  const known = pools.get(role);
  if (known) return known;
  const made = new pg.Pool({ connectionString: urls[role], max: 4 });
  made.on("error", () => {});
  pools.set(role, made);
  return made;
}
