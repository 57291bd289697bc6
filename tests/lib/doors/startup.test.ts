import { execFile } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, describe, expect, inject, test, vi } from "vitest";
import { openPool } from "@/db/client";
import { databaseProblems, startProblem } from "@/lib/doors/startup";
import { withLogin } from "@/scripts/local/database-url";
import { root } from "@/scripts/local/paths";
import { connected } from "@/scripts/local/sql";

const ownerUrl = process.env.DATABASE_URL ?? "";
const appUrl = process.env.APP_DATABASE_URL ?? "";
const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
const ownersRole = decodeURIComponent(new URL(ownerUrl).username);

afterAll(() => owner.end());
afterEach(() => vi.unstubAllEnvs());

/** What the check says while this stands in the database; afterwards that is taken back. */
async function withPlant(plant: string, undo: string): Promise<string[]> {
  await owner.query(plant);
  try {
    return await databaseProblems();
  } finally {
    await owner.query(undo);
  }
}

describe("the database", () => {
  test("as the migrations leave it is safe to serve as the application's role", async () => {
    expect(await databaseProblems()).toEqual([]);
  });

  test("is not when the application is its owner", async () => {
    const pool = openPool(ownerUrl, 1);
    const problems = await databaseProblems(pool);
    await pool.end();
    expect(problems).toEqual([expect.stringMatching(`^The role ${ownersRole} owns tables: .*account`)]);
  });

  test.each([
    ["is a superuser", "superuser", /^The role \w+ is a superuser\.$/],
    ["bypasses row-level security", "bypassrls", /^The role \w+ bypasses row-level security\.$/],
    ["may act as the owner", `in role "${ownersRole}"`, /^The role \w+ may act as \w+, who owns tables\.$/],
  ])("is not when the application's role %s", async (_, might, sentence) => {
    const role = `ez360_mighty_${process.pid}`;
    await connected(inject("template").adminUrl, async (admin) => {
      await admin.query(`create role ${role} login password 'x' ${might}`);
      const pool = openPool(withLogin(appUrl, { user: role, password: "x" }), 1);
      try {
        expect(await databaseProblems(pool)).toEqual([expect.stringMatching(sentence)]);
      } finally {
        await pool.end();
        await admin.query(`drop role ${role}`);
      }
    });
  });

  test("is not when a table's row-level security is off or spares its owner; all such are named at once", async () => {
    const plant =
      "alter table clients disable row level security; alter table companies disable row level security; alter table payments no force row level security";
    const undo = plant.replaceAll("disable", "enable").replace("no force", "force");
    expect(await withPlant(plant, undo)).toEqual([
      "Row-level security is off on clients, companies.",
      "Row-level security does not bind the owner of payments.",
    ]);
  });

  test("is not when a new table with a company forgot it, in whatever schema", async () => {
    const plant = "create schema aside; create table aside.forgotten (company_id text)";
    expect(await withPlant(plant, "drop schema aside cascade")).toEqual(["Row-level security is off on forgotten."]);
  });

  test("is not when it was never migrated", async () => {
    const problems = await withPlant("alter table companies rename to firms", "alter table firms rename to companies");
    expect(problems).toContain("There is no table of companies: migrate the database.");
  });

  test("is not when nobody answers, and no address or password is told", async () => {
    const pool = openPool("postgres://ez360_web:hunter22@127.0.0.1:1/x", 1);
    expect(await databaseProblems(pool)).toEqual(["It does not answer (ECONNREFUSED); see APP_DATABASE_URL."]);
    await pool.end();
  });
});

test("outside of production nothing of this is asked", async () => {
  const pool = openPool(ownerUrl, 1);
  expect(await startProblem(pool)).toBeNull();
  await pool.end();
});

describe("the worker, in production,", () => {
  const production = {
    EZ360_PROFILE: "production",
    NEXTAUTH_URL: "https://books.alder.example",
    NEXTAUTH_SECRET: "Zp3v9QkXw7LrT2mB8sYfH4cJ6nD1gVaE",
    ENCRYPTION_KEYS: "k1:kTb0s8m2JwC9Qx5fVvA1hN7rYpE3LzUd6GiRoWqXtM4=",
    DATABASE_URL: "",
  };
  const script = ["--import=tsx", "--conditions=react-server", join(root, "scripts/worker.ts")];

  function start(settings: Record<string, string>): Promise<{ code: unknown; err: string; out: string }> {
    const options = { env: { ...process.env, ...production, ...settings }, timeout: 50_000 };
    return new Promise((resolve) => {
      execFile(process.execPath, script, options, (error, out, err) => resolve({ code: error?.code ?? 0, err, out }));
    });
  }

  test("ends with the list of what is wrong with the settings, and no stack", async () => {
    const { code, err, out } = await start({
      NEXTAUTH_URL: "http://x.example",
      NEXTAUTH_SECRET: "",
      APP_DATABASE_URL: appUrl,
    });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^Settings are missing or wrong:\n {2}NEXTAUTH_SECRET: [^\n]+\n {2}NEXTAUTH_URL: [^\n]+\n$/);
  }, 60_000);

  test("does not begin as the owner of the tables", async () => {
    const { code, err, out } = await start({ APP_DATABASE_URL: ownerUrl });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^The database is not safe to serve:\n {2}The role \w+ owns tables: [^\n]+\n$/);
  }, 60_000);
});
