import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as migrateTables } from "drizzle-orm/node-postgres/migrator";
import { describe, expect, inject, test } from "vitest";
import { plans } from "@/lib/kernel/plans";
import { withLogin } from "@/scripts/local/database-url";
import { migrate } from "@/scripts/local/migrations";
import { root } from "@/scripts/local/paths";
import { connected } from "@/scripts/local/sql";

const { adminUrl, ownerUrl } = inject("template");

/** A new, empty database beside the file's own. */
async function emptyDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const database = `ez360_empty_${process.pid}_${Math.trunc(performance.now())}`;
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await connected(adminUrl, (admin) => admin.query(`create database ${database} owner "${owner}"`));
  try {
    return await use(withLogin(ownerUrl, { database }));
  } finally {
    await connected(adminUrl, (admin) => admin.query(`drop database ${database} with (force)`));
  }
}

/** Everything that a migration makes, as one list to compare. */
function shapeOf(url: string): Promise<unknown[]> {
  return connected(url, async (client) => {
    const { rows } = await client.query(`
      select 'column' as kind, table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as what from information_schema.columns where table_schema in ('public', 'graphile_worker')
      union all select 'constraint', conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
      union all select 'index', indexdef from pg_indexes where schemaname = 'public'
      union all select 'trigger', pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not tgisinternal
      union all select 'policy', schemaname || tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
      union all select 'function', p.oid::regprocedure::text || md5(prosrc) || coalesce(array_to_string(proconfig, ','), '') from pg_proc p where pronamespace = 'public'::regnamespace
      union all select 'grant', table_schema || '.' || table_name || ' ' || grantee || ' ' || privilege_type from information_schema.role_table_grants where grantee = 'ez360_app'
      union all select 'migration', hash from drizzle.__drizzle_migrations
      order by 1, 2`);
    return rows;
  });
}

/** As far as the migration before the one that is named so. */
async function migrateUntil(url: string, name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ez360-migrations-"));
  try {
    cpSync(join(root, "db/migrations"), folder, { recursive: true });
    const file = join(folder, "meta/_journal.json");
    const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { tag: string }[] };
    const end = journal.entries.findIndex(({ tag }) => tag.endsWith(`_${name}`));
    expect(end).toBeGreaterThan(0);
    writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
    await connected(url, (client) => migrateTables(drizzle(client), { migrationsFolder: folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("migrating", () => {
  test("companies that stood before there were subscriptions keep their plan, as paid", async () => {
    await emptyDatabase(async (url) => {
      await migrateUntil(url, "subscriptions");
      await connected(url, async (client) => {
        for (const plan of plans) {
          await client.query(`begin; select set_config('app.company_id', 'co_${plan}', true)`);
          await client.query("insert into companies (id, slug, name, plan) values ($1, $2, $2, $2)", [
            `co_${plan}`,
            plan,
          ]);
          await client.query("commit");
        }
      });
      await migrate(url);
      const kept = await connected(url, async (client) => {
        const rows = [];
        for (const plan of plans) {
          await client.query("select set_config('app.company_id', $1, false)", [`co_${plan}`]);
          rows.push(...(await client.query("select company_id, plan, status, extra_seats from subscriptions")).rows);
        }
        return rows;
      });
      expect(kept).toEqual(plans.map((plan) => ({ company_id: `co_${plan}`, plan, status: "active", extra_seats: 0 })));
    });
  });

  test("a second time changes nothing", async () => {
    await emptyDatabase(async (url) => {
      await migrate(url);
      const once = await shapeOf(url);
      await migrate(url);
      expect(await shapeOf(url)).toEqual(once);
      expect(once.length).toBeGreaterThan(200);
    });
  });

  test("two at once make one database, and both succeed", async () => {
    await emptyDatabase(async (url) => {
      await Promise.all([migrate(url), migrate(url)]);
      const both = await shapeOf(url);
      await migrate(url);
      expect(await shapeOf(url)).toEqual(both);
    });
  });

  test("an empty database and the one that the tests run on come out alike", async () => {
    await emptyDatabase(async (url) => {
      await migrate(url);
      expect(await shapeOf(url)).toEqual(await shapeOf(process.env.DATABASE_URL ?? ""));
    });
  });

  test("over a history that is not ours it stops before it touches anything", async () => {
    await emptyDatabase(async (url) => {
      await migrate(url);
      await connected(url, (client) =>
        client.query("update drizzle.__drizzle_migrations set hash = 'edited' where id = 1"),
      );
      const before = await shapeOf(url);
      await expect(migrate(url)).rejects.toThrow(/other migrations/);
      expect(await shapeOf(url)).toEqual(before);
    });
  });
});
