import { beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "@/lib/doors/console";
import type { CompanyId } from "@/lib/kernel/ids";
import { furnish } from "../furnish";
import { personAt, world } from "../world";
import { readCatalog } from "./catalog";
import { as, type Run, sql, sqlstateOf, verdict } from "./roles";

let a: CompanyId;
let b: CompanyId;
let tables: string[];
let alphasOwner: Desk;

beforeAll(async () => {
  const { a: alpha, b: beta } = await world();
  await furnish(alpha);
  await furnish(beta);
  alphasOwner = alpha.owner;
  a = alpha.owner.seat.company.id;
  b = beta.owner.seat.company.id;
  tables = (await as("owner", null, readCatalog)).tenantTables;
});

/** More than the company's own policy lets rows be seen before a company is chosen; each such policy is named here. */
const otherPolicies: Record<string, string> = {
  own_memberships: "a person sees his own memberships, the companies behind them, and their subscriptions",
  operator: "the command line lists the companies",
  by_invitation: "who holds an invitation's link sees it, and the company's name",
  own: "people's own rows",
  by_address: "who signs in is found by his address",
  by_session: "who holds a session's token is its person",
  by_token: "who holds a token sees the session or proof of it",
  by_credential: "who names a passkey is found by it",
  colleagues: "members of the company have names and addresses",
  expired: "the operator sweeps away proofs that are over",
  sweep: "the operator sweeps away proofs that are over",
  reseal: "the operator seals secrets anew under a newer key",
  reseal_update: "the operator seals secrets anew under a newer key",
};

async function unprotectedTables(run: Run): Promise<string[]> {
  const rows = await run<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (c.relname = 'companies' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id'))
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polroles = '{0}'
          and pg_get_expr(p.polqual, p.polrelid) in ('(company_id = current_company())', '(id = current_company())')
          and pg_get_expr(p.polwithcheck, p.polrelid) in ('(company_id = current_company())', '(id = current_company())')))
    order by 1`);
  return rows.map((row) => row.name);
}

const refusal = expect.stringMatching(/^(42501|EZ0\d\d)$/);

/** `update x` and `delete x` for each table whose rows of that company a statement of this one reaches. */
async function foreignWrites(named: CompanyId | null, company: CompanyId): Promise<string[]> {
  const reached: string[] = [];
  for (const table of [...tables, "companies"]) {
    const key = table === "companies" ? "id" : "company_id";
    const where = `where ${key} = '${company}' returning 1`;
    for (const [verb, text] of [
      ["update", `update ${table} set ${key} = ${key} ${where}`],
      ["delete", `delete from ${table} ${where}`],
    ]) {
      const found = await as("app", named, (run) => run(text ?? "").catch(sqlstateOf));
      const denied = found === "42501" || (Array.isArray(found) && found.length === 0);
      if (!denied) reached.push(`${verb} ${table}`);
    }
  }
  return reached;
}

const countOf = (run: Run, table: string) =>
  run<{ n: string }>(`select count(*) as n from ${table}`).then(([row]) => Number(row?.n));

describe("row-level security", () => {
  test("is on and forced on every tenant table, for reading and for writing", async () => {
    expect(await as("owner", null, unprotectedTables)).toEqual([]);
  });

  test("a new table that forgets it is named, and so is one whose security is switched off", async () => {
    const planted = await as("owner", null, async (run) => {
      await run("create table forgotten (company_id text primary key)");
      await run("alter table payments no force row level security");
      await run("alter table clients disable row level security");
      await run("drop policy tenant on invoices");
      return unprotectedTables(run);
    });
    expect(planted).toEqual(["clients", "forgotten", "invoices", "payments"]);
  });

  test("no policy beside the company's own but those with a reason", async () => {
    const rows = await as("owner", null, (run) =>
      run<{ table: string; name: string; command: string }>(
        "select c.relname as table, polname as name, polcmd as command from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace and polname <> 'tenant'",
      ),
    );
    expect(rows.filter(({ name }) => !otherPolicies[name])).toEqual([]);
    const tenant = rows.filter(({ table }) => table === "companies" || tables.includes(table));
    expect(tenant.map(({ name }) => name).sort()).toEqual([
      ...["by_invitation", "by_invitation", "operator", "own_memberships", "own_memberships", "own_memberships"],
    ]);
    expect(tenant.every(({ command }) => command === "r")).toBe(true);
  });

  test("views, which would run as their owner, do not exist", async () => {
    const views = "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')";
    expect(await as("owner", null, (run) => run(views))).toEqual([]);
    const planted = await as("owner", null, async (run) => {
      await run("create view everything as select * from invoices");
      return run(views);
    });
    expect(planted).toEqual([{ relname: "everything" }]);
  });
});

describe("the application's role", () => {
  const mightOf = (run: Run) =>
    run(`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        has_schema_privilege(current_user, 'public', 'create') as creates,
        (select count(*)::int from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, c.relowner, 'member')) as owns,
        (select count(*)::int from pg_auth_members m where m.member = r.oid and m.roleid <> 'ez360_app'::regrole) as memberships
      from pg_roles r where rolname = current_user`);
  const none = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    creates: false,
    owns: 0,
    memberships: 0,
  };

  test("owns nothing, may create nothing, and passes by nothing", async () => {
    expect(await as("app", null, mightOf)).toEqual([none]);
  });

  test("… which the owner's role would not pass", async () => {
    expect(await as("owner", null, mightOf)).not.toEqual([none]);
  });

  test("can't lift row-level security, disable a trigger or change a table", async () => {
    const [owner] = await as("owner", null, (run) => run<{ name: string }>("select current_user as name"));
    for (const statement of [
      "alter table invoices disable row level security",
      "alter table journal_lines disable trigger user",
      "drop trigger journal_entries_seal on journal_entries",
      "create or replace function assert_day_open(company text, day date) returns void language sql as 'select null::void'",
      "set session_replication_role = 'replica'",
      `set role "${owner?.name}"`,
    ]) {
      expect([statement, await verdict("app", a, [statement])]).toEqual([statement, "42501"]);
    }
  });

  const functionsOf = (run: Run) =>
    run<{ name: string; definer: boolean; config: string[] | null }>(
      `select proname as name, prosecdef as definer, proconfig as config from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace = 'public'::regnamespace and (l.lanname = 'plpgsql' or prosecdef) order by 1`,
    );
  const misled = (rows: Awaited<ReturnType<typeof functionsOf>>) =>
    rows.filter(({ config }) => !config?.includes("search_path=pg_catalog, public, pg_temp")).map(({ name }) => name);

  test("no function runs with its owner's rights but those that keep the rollup and the seals and care for a co-member's account, and none can be led to other tables", async () => {
    const rows = await as("owner", null, functionsOf);
    const definers = rows.filter((row) => row.definer).map((row) => row.name);
    expect(definers.sort()).toEqual([
      ...["accounting_periods_seal", "end_member_sessions", "journal_entries_to_months", "rebuild_account_months"],
      ...["reset_member_factors", "tell_member_unlocked"],
    ]);
    const { a, b } = await world();
    const rebuild = sql`select rebuild_account_months(${b.owner.seat.company.id})`;
    expect(await verdict("app", a.owner.seat.company.id, [rebuild])).toBe("EZ011");
    expect(await verdict("app", null, [rebuild])).toBe("EZ011");
    expect(misled(rows)).toEqual([]);
    const planted = await as("owner", null, async (run) => {
      await run("create function trusting() returns void language plpgsql security definer as 'begin null; end'");
      await run("alter function assert_day_open set search_path = public");
      return functionsOf(run);
    });
    expect(misled(planted)).toEqual(["assert_day_open", "trusting"]);
  });

  const callable = (who: string) => `
    select proname as name from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('plpgsql', 'sql') and ${who}
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;

  test("nobody else calls our functions, and nobody hangs a trigger's own on another table", async () => {
    const byAll = callable("has_function_privilege('public', p.oid, 'execute')");
    const firing = callable(
      "prorettype = 'trigger'::regtype and has_function_privilege('ez360_app', p.oid, 'execute')",
    );
    expect(await as("owner", null, (run) => run(byAll))).toEqual([]);
    expect(await as("owner", null, (run) => run(firing))).toEqual([]);
    const planted = await as("owner", null, async (run) => {
      await run("grant execute on function journal_entries_to_months() to public");
      return [await run(byAll), await run(firing)];
    });
    expect(planted).toEqual([[{ name: "journal_entries_to_months" }], [{ name: "journal_entries_to_months" }]]);
    const elsewhere = [
      "create temp table mine (company_id text, id text, entry_on date, line_count int, number bigint)",
      "create trigger x after insert on mine for each row execute function public.journal_entries_to_months()",
      `insert into mine values ('${a}', 'je_1', '2026-10-15', 0, 1)`,
    ];
    expect(await verdict("app", a, elsewhere)).toBe("42501");
    expect(await verdict("owner", a, elsewhere)).toBe("EZ002");
  });
});

describe("one company and the other", () => {
  test("both have rows in every tenant table, so that the checks below can see a leak", async () => {
    for (const company of [a, b]) {
      const empty = await as("owner", company, async (run) => {
        const found: string[] = [];
        for (const table of tables) if ((await countOf(run, table)) === 0) found.push(table);
        return found;
      });
      expect(empty).toEqual([]);
    }
  });

  test("without a company the application sees no row of any tenant table", async () => {
    await as("app", null, async (run) => {
      for (const table of [...tables, "companies"]) expect([table, await countOf(run, table)]).toEqual([table, 0]);
    });
  });

  test("a setting that was never made, is empty, or names no company shows no row either", async () => {
    for (const company of ["", "co_00000000000000000000000000", "%", "' or true --"]) {
      await as("app", company as CompanyId, async (run) => {
        for (const table of tables) expect([table, await countOf(run, table)]).toEqual([table, 0]);
      });
    }
  });

  test("with a company the application sees that company's rows, all of them and no others", async () => {
    for (const company of [a, b]) {
      for (const table of tables) {
        const seen = await as("app", company, (run) => run(`select distinct company_id from ${table}`));
        expect([table, seen]).toEqual([table, [{ company_id: company }]]);
        const all = await as("owner", company, (run) => countOf(run, table));
        expect([table, await as("app", company, (run) => countOf(run, table))]).toEqual([table, all]);
      }
      expect(await as("app", company, (run) => run("select id from companies"))).toEqual([{ id: company }]);
    }
  });

  test("a row for the other company is refused in every table, and so is moving one's own there", async () => {
    for (const table of tables) {
      const [row] = await as("owner", b, (run) => run<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`));
      const copy = {
        text: `insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`,
        values: [row?.row],
      };
      for (const named of [a, null]) {
        const inserted = await verdict("app", named, [copy], { open: true });
        expect([table, named, inserted]).toEqual([table, named, refusal]);
      }
      const move = { text: `update ${table} set company_id = $1`, values: [b] };
      const moved = await verdict("app", a, [move], { open: true });
      expect([table, moved]).toEqual([table, refusal]);
    }
  });

  test("updates and deletes of the other company's rows find nothing to change in any table, or are not allowed at all", async () => {
    for (const named of [a, null]) expect(await foreignWrites(named, b)).toEqual([]);
  });

  test("… which the company itself would not pass: each table that may be written is written", async () => {
    const written = await foreignWrites(b, b);
    expect(written.length).toBeGreaterThan(tables.length / 2);
  });

  test("a person sees his own memberships before a company is chosen, and nobody else's", async () => {
    const owner = await personAt(alphasOwner);
    const seen = await as("app", null, async (run) => {
      await run(sql`select set_config('app.user_id', ${owner.userId}, true)`);
      return {
        members: await run("select distinct company_id from members"),
        companies: await run("select id from companies"),
        invoices: await run("select 1 from invoices"),
      };
    });
    expect(seen).toEqual({ members: [{ company_id: a }], companies: [{ id: a }], invoices: [] });
  });

  test("the company ends with the transaction: the next one on the same connection sees nothing", async () => {
    await as("app", a, async (run) => {
      expect(await countOf(run, "invoices")).toBeGreaterThan(0);
      await run("commit");
      expect(await countOf(run, "invoices")).toBe(0);
    });
  });
});
