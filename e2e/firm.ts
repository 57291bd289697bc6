import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import pg from "pg";

export type Login = { email: string; password: string };
export type Firm = { slug: string; owner: Login; admin: Login; manager: Login; staff: Login };
export type Demo = {
  baseUrl: string;
  databaseUrl: string;
  appDatabaseUrl: string;
  mailUrl: string;
  logins: (Login & { role: string; companySlug: string })[];
};

/** The running product, as `npm run demo` describes it. */
export function demo(): Demo {
  const file = process.env.E2E_DEMO_JSON;
  if (!file) throw new Error("E2E_DEMO_JSON names no file: run the journeys by npm run test:e2e");
  return JSON.parse(readFileSync(file, "utf8")) as Demo;
}

/** A company of this journey's own, so that journeys never stand in each other's way. */
export async function freshFirm(): Promise<Firm> {
  const key = `e2e${randomBytes(5).toString("hex")}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "e2e/make-firm.ts", key],
    { env: { ...process.env, APP_DATABASE_URL: demo().appDatabaseUrl, EZ360_PROFILE: "test" } },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Firm;
}

/** Winds the running timer back: a journey cannot wait for an hour of work. */
export async function windTimerBack(slug: string, minutes: number): Promise<void> {
  await changing(async (client) => {
    await client.query("select set_config('app.operator', 'on', true)");
    const { rows } = await client.query<{ id: string }>("select id from companies where slug = $1", [slug]);
    await client.query("select set_config('app.company_id', $1, true)", [rows[0]?.id]);
    await client.query(
      "update timers set started_at = started_at - $1 * interval '1 minute', resumed_at = resumed_at - $1 * interval '1 minute'",
      [minutes],
    );
  });
}

/** Winds back when this person last showed who he is: a journey cannot wait for twelve hours. */
export async function windProofBack(email: string, minutes: number): Promise<void> {
  await changing(async (client) => {
    await client.query("select set_config('app.address', $1, true)", [email]);
    const { rows } = await client.query<{ id: string }>("select id from users where email = $1", [email]);
    await client.query("select set_config('app.user_id', $1, true)", [rows[0]?.id]);
    await client.query(
      "update sessions set proved_at = proved_at - $1 * interval '1 minute', second_factor_at = second_factor_at - $1 * interval '1 minute' where revoked_at is null",
      [minutes],
    );
  });
}

async function changing(change: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: demo().appDatabaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await change(client);
    await client.query("commit");
  } finally {
    await client.end();
  }
}
