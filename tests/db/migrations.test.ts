import { describe, expect, inject, test } from "vitest";
import { withLogin } from "@/scripts/local/database-url";
import { migrate } from "@/scripts/local/migrations";
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

describe("migrating", () => {
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
