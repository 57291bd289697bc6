import { randomBytes } from "node:crypto";
import { Logger, run } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { databaseOf, withLogin } from "@/scripts/local/database-url";
import { migrate } from "@/scripts/local/migrations";
import { connected } from "@/scripts/local/sql";
import { Trouble } from "@/scripts/local/trouble";

const { adminUrl, ownerUrl, appUrl } = inject("template");
const database = `ez360_empty_${randomBytes(6).toString("hex")}`;
const urls = { owner: withLogin(ownerUrl, { database }), app: withLogin(appUrl, { database }) };

beforeAll(async () => {
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await connected(adminUrl, (admin) => admin.query(`create database ${database} owner "${owner}"`));
});

afterAll(() => connected(adminUrl, (admin) => admin.query(`drop database ${database} with (force)`)));

async function count(url: string, from: string): Promise<number> {
  const { rows } = await connected(url, (client) =>
    client.query<{ count: number }>(`select count(*)::int from ${from}`),
  );
  return rows[0]?.count ?? -1;
}

test("servers that start at the same moment migrate the same empty database without a quarrel", async () => {
  await Promise.all([1, 2, 3].map(() => migrate(urls.owner)));
  const applied = await count(urls.owner, "drizzle.__drizzle_migrations");
  expect(applied).toBeGreaterThan(0);
  await migrate(urls.owner);
  expect(await count(urls.owner, "drizzle.__drizzle_migrations")).toBe(applied);
});

test("the application's role puts a job into its own transaction, and the worker under that role carries it out", async () => {
  const enqueue = "select graphile_worker.add_job('greet', '{\"name\":\"Ada\"}'::json)";
  await connected(urls.app, async (app) => {
    await app.query(`begin; ${enqueue}; rollback`);
    await app.query(`begin; ${enqueue}; commit`);
  });
  const logger = new Logger(() => () => undefined);
  const greeted: unknown[] = [];
  const pgPool = new pg.Pool({ connectionString: urls.app, max: 4 });
  pgPool.on("error", () => undefined);
  const greet = async (payload: unknown) => {
    greeted.push(payload);
  };
  const runner = await run({ pgPool, taskList: { greet }, noHandleSignals: true, crontab: " ", logger });
  await expect.poll(() => count(urls.owner, "graphile_worker.jobs"), { timeout: 10_000 }).toBe(0);
  await runner.stop();
  await pgPool.end();
  expect(greeted).toEqual([{ name: "Ada" }]);
});

test("the application's role neither owns tables, nor makes them, nor passes by row level security", async () => {
  await connected(urls.app, async (app) => {
    const { rows } = await app.query(
      "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user",
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    await expect(app.query("create table public.mine (id int)")).rejects.toMatchObject({ code: "42501" });
    await expect(app.query("delete from graphile_worker.migrations where false")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(app.query("select * from drizzle.__drizzle_migrations")).rejects.toMatchObject({ code: "42501" });
  });
});

test("a database that another history built is refused", async () => {
  await connected(urls.owner, (owner) =>
    owner.query("update drizzle.__drizzle_migrations set hash = 'edited' where id = 1"),
  );
  await expect(migrate(urls.owner)).rejects.toThrow(Trouble);
});

test("a file's database is its own, and is the one the environment names", () => {
  const [ownDatabase, appDatabase] = [process.env.DATABASE_URL, process.env.APP_DATABASE_URL].map((url) =>
    databaseOf(url ?? ""),
  );
  expect(ownDatabase).toBe(appDatabase);
  expect(ownDatabase).not.toBe(inject("template").database);
});
