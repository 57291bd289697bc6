import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { inTransaction, openPool } from "@/db/client";
import { env } from "@/lib/env";
import { newId } from "@/lib/kernel/ids";
import { together } from "@/lib/kernel/together";
import { world } from "../world";

const pool = openPool(env().APP_DATABASE_URL, 1);
afterAll(() => pool.end());

const on = <T>(ask: Parameters<typeof inTransaction<T>>[1], visibility = {}) =>
  inTransaction(visibility, ask, { pool });

describe("a connection", () => {
  test("prepares a statement when it is asked again, and not before", async () => {
    const text = `select 17 + 4 as "prepared later" where $1::int > 0`;
    const ask = () => on((db) => db.execute(sql`select 17 + 4 as "prepared later" where ${1}::int > 0`));
    const kept = () => pool.query("select 1 from pg_prepared_statements where statement = $1", [text]);
    await ask();
    expect((await kept()).rowCount).toBe(0);
    await ask();
    await ask();
    expect((await kept()).rowCount).toBe(1);
  });

  test("keeps nothing of the company that it was last asked about", async () => {
    const { a } = await world();
    const companies = sql`select count(*)::int as n from companies`;
    const seen = async (visibility: object) =>
      (await on((db) => db.execute<{ n: number }>(companies), visibility)).rows[0]?.n;
    expect(await seen({ companyId: a.owner.seat.company.id })).toBe(1);
    expect(await seen({})).toBe(0);
    expect(await seen({ operator: true })).toBeGreaterThan(1);
    expect(await seen({})).toBe(0);
  });

  test("serves the next transaction after one that failed", async () => {
    await expect(on((db) => db.execute(sql`select 1 / 0`))).rejects.toThrow();
    expect((await on((db) => db.execute(sql`select 1 as one`))).rows).toEqual([{ one: 1 }]);
  });

  test("commits nothing when what the deed leaves behind can't be kept", async () => {
    const { a } = await world();
    const { company, member } = a.owner.seat;
    const at = new Date();
    const rename = (requestId: string, memberId: string) =>
      inTransaction(
        { companyId: company.id },
        (db) => db.execute(sql`update companies set name = ${`Renamed ${requestId}`} where id = ${company.id}`),
        {
          pool,
          keeping: () => {
            const fact = {
              id: newId("event"),
              type: "company.updated",
              subjectId: company.id,
              summary: "x",
              facts: {},
            };
            return { companyId: company.id, memberId, actor: "x", requestId, at, facts: [fact] };
          },
        },
      );
    const name = async () =>
      (await on((db) => db.execute(sql`select name from companies`), { companyId: company.id })).rows[0]?.name;
    await expect(rename("one", newId("member"))).rejects.toThrow(/events_member_fkey/);
    expect(await name()).toBe(company.name);
    await rename("two", member.id);
    expect(await name()).toBe("Renamed two");
  });
});

describe("statements that are sent together", () => {
  test("are carried out in their order, and answered in it", async () => {
    const seen = await on((db) =>
      together(
        () => db.execute(sql`select set_config('app.step', 'first', true) as step`),
        () => db.execute(sql`select current_setting('app.step') as step`),
      ),
    );
    expect(seen.map(({ rows }) => rows[0]?.step)).toEqual(["first", "first"]);
  });

  test("have all ended when the first that failed is told", async () => {
    const ended: string[] = [];
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      ended.push("slow");
    };
    const asked = together(
      async () => {
        throw new Error("the first");
      },
      slow,
      async () => {
        throw new Error("the second");
      },
    );
    await expect(asked).rejects.toThrow("the first");
    expect(ended).toEqual(["slow"]);
  });
});

describe("a write that was left to the commit", () => {
  const leaving = (companyId: string, text: string) =>
    inTransaction(
      { companyId },
      async (db, leave) => {
        await db.execute(sql`update companies set name = 'Half' where id = ${companyId}`);
        leave(
          () => db.execute(sql`select 1`),
          () => db.execute(sql.raw(text)),
        );
      },
      { pool },
    );
  const nameOf = async (companyId: string) =>
    (await on((db) => db.execute(sql`select name from companies`), { companyId })).rows[0]?.name;

  test("is carried out before it", async () => {
    const { id } = (await world()).a.owner.seat.company;
    await leaving(id, "update companies set name = name || ' and whole'");
    expect(await nameOf(id)).toBe("Half and whole");
  });

  test("undoes everything where it fails, and its own failure is told", async () => {
    const { id, name } = (await world()).a.owner.seat.company;
    await expect(leaving(id, "select 1 / 0")).rejects.toMatchObject({ cause: { code: "22012" } });
    expect(await nameOf(id)).toBe(name);
    expect((await on((db) => db.execute(sql`select 1 as one`))).rows).toEqual([{ one: 1 }]);
  });
});
