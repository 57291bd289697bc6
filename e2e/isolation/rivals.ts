import { execFile } from "node:child_process";
import { promisify } from "node:util";
import pg from "pg";
import type { Plan } from "@/lib/kernel/plans";
import type { Role } from "@/lib/kernel/roles";
import { demo } from "../firm";

/** Two companies that must not know of each other. `mark` is a word that stands in one's data and nowhere else. */
export type Rival = { companyId: string; slug: string; name: string; mark: string; cookies: Record<Role, string> };

export async function makeRivals(): Promise<[Rival, Rival]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "e2e/isolation/make-rivals.ts"],
    {
      env: {
        ...process.env,
        APP_DATABASE_URL: demo().appDatabaseUrl,
        EZ360_PROFILE: "test",
        NEXTAUTH_URL: demo().baseUrl,
      },
    },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as [Rival, Rival];
}

/** The ids of the company's records, by the letters that they begin with, the newest first. */
export async function idsOf({ companyId }: Rival): Promise<Map<string, string[]>> {
  return asOwner(companyId, async (client) => {
    const found = new Map<string, string[]>();
    for (const table of await tenantTables(client, "id")) {
      const { rows } = await client.query<{ id: string }>(`select id from ${table} order by id desc`);
      for (const { id } of rows) {
        const prefix = id.split("_")[0] ?? "";
        found.set(prefix, [...(found.get(prefix) ?? []), id]);
      }
    }
    return found;
  });
}

/** Table → digest of the company's rows, and that of the company's own row. */
export async function digestOf({ companyId }: Rival): Promise<Record<string, string>> {
  return asOwner(companyId, async (client) => {
    const digests: Record<string, string> = {};
    for (const table of [...(await tenantTables(client, "company_id")), "companies"]) {
      const { rows } = await client.query<{ digest: string }>(
        `select md5(string_agg(t::text, '' order by t::text)) as digest from ${table} t`,
      );
      digests[table] = rows[0]?.digest ?? "empty";
    }
    return digests;
  });
}

/** Which of these requests left an answer or a fact in either company. */
export async function carriedOut(rivals: Rival[], requestIds: string[]): Promise<string[]> {
  const found = rivals.map(({ companyId }) =>
    asOwner(companyId, async (client) => {
      const { rows } = await client.query<{ request_id: string }>(
        "select request_id from requests where request_id = any ($1) union select request_id from events where request_id = any ($1)",
        [requestIds],
      );
      return rows.map((row) => row.request_id);
    }),
  );
  return (await Promise.all(found)).flat();
}

/** The only place that knows where a company's plan is kept. */
export async function setPlan({ companyId }: Rival, plan: Plan): Promise<void> {
  await asOwner(companyId, async (client) => {
    await client.query("select set_config('app.operator', 'on', true)");
    await client.query("update subscriptions set plan = $1 where company_id = $2", [plan, companyId]);
  });
}

async function tenantTables(client: pg.Client, column: "id" | "company_id"): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select t.relname as name from pg_class t
     where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and 2 = (
       select count(distinct a.attname) from pg_attribute a
       where a.attrelid = t.oid and not a.attisdropped and a.attname in ('company_id', $1::text)) + ($1 = 'company_id')::int
     order by 1`,
    [column],
  );
  return rows.map(({ name }) => name);
}

/** As the tables' owner, who obeys row-level security as well. */
async function asOwner<T>(companyId: string, body: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: demo().databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.company_id', $1, true)", [companyId]);
    const result = await body(client);
    await client.query("commit");
    return result;
  } finally {
    await client.end();
  }
}
