import { beforeAll, describe, expect, test } from "vitest";
import type { CompanyId } from "@/lib/kernel/ids";
import { furnish } from "../furnish";
import { world } from "../world";
import { type Catalog, type ForeignKey, readCatalog } from "./catalog";
import { as, type Run, verdict } from "./roles";

/** Each foreign key of the catalog between tables of companies, tried with a record of the other company. */
let a: CompanyId;
let b: CompanyId;
let catalog: Catalog;

beforeAll(async () => {
  const { a: alpha, b: beta } = await world();
  a = alpha.owner.seat.company.id;
  b = beta.owner.seat.company.id;
  await furnish(alpha);
  await furnish(beta);
  catalog = await as("owner", null, readCatalog);
});

function betweenTenants({ tenantTables, foreignKeys }: Catalog): ForeignKey[] {
  return foreignKeys.filter((key) => tenantTables.includes(key.table) && tenantTables.includes(key.parent));
}

/** A record's key, without its company. */
async function someParent(company: CompanyId, key: ForeignKey): Promise<unknown[]> {
  const columns = key.parentColumns.filter((column) => column !== "company_id");
  const [row] = await as("owner", company, (run) =>
    run<Record<string, unknown>>(
      `select ${columns.map((column) => `${column}::text`).join(", ")} from ${key.parent} limit 1`,
    ),
  );
  return columns.map((column) => row?.[column]);
}

/** Points one row of company A at this record, with the triggers off: only the foreign key is left to refuse. */
async function pointAt(key: ForeignKey, parent: unknown[]): Promise<string | null> {
  const columns = key.columns.filter((column) => column !== "company_id");
  const set = columns
    .map((column) => `${column} = (jsonb_populate_record(null::${key.table}, $1)).${column}`)
    .join(", ");
  const first = columns[0] as string;
  const values = [Object.fromEntries(columns.map((column, i) => [column, parent[i]]))];
  return verdict("owner", a, [
    `alter table ${key.table} disable trigger user`,
    // and without the checks, which would speak before the key
    `do $$ declare c text; begin
      for c in select conname from pg_constraint where conrelid = '${key.table}'::regclass and contype = 'c' loop
        execute format('alter table ${key.table} drop constraint %I', c);
      end loop; end $$`,
    {
      text: `update ${key.table} set ${set} where ctid = (select ctid from ${key.table} order by ${first} is null limit 1)`,
      values,
    },
  ]);
}

test("every reference between companies' tables is checked together with the company", async () => {
  const keys = betweenTenants(catalog);
  expect(keys.length).toBeGreaterThan(30);
  expect(keys.filter((key) => !key.columns.includes("company_id")).map((key) => key.name)).toEqual([]);
});

test("a column that names a record has a foreign key, or stands in the list of those that need none", async () => {
  const named = await as("owner", null, columnsThatName);
  const keyed = new Set(
    betweenTenants(catalog).flatMap((key) => key.columns.map((column) => `${key.table}.${column}`)),
  );
  const free = [
    // the facts of a draft outlive the draft that was thrown away
    "events.invoice_id",
    // whatever the fact is about; never followed
    "events.subject_id",
    // opaque, made by the browser
    "events.request_id",
    "requests.request_id",
    // a document of any kind; unique with its type
    "journal_entries.source_id",
    // what a seal counted stays counted, also when the entry is gone
    "sealed_entries.entry_id",
    // an occurrence outlives its draft too
    "recurring_occurrences.invoice_id",
  ];
  expect(named.filter((column) => !keyed.has(column)).sort()).toEqual(free.sort());
});

test("… and a planted column without one is named", async () => {
  const named = await as("owner", null, async (run) => {
    await run("alter table payments add column bill_id text");
    return columnsThatName(run);
  });
  expect(named).toContain("payments.bill_id");
});

async function columnsThatName(run: Run): Promise<string[]> {
  const rows = await run<{ name: string }>(`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name like '%\\_id' and c.column_name <> 'company_id'
      and exists (select from information_schema.columns t where t.table_schema = 'public' and t.table_name = c.table_name and t.column_name = 'company_id')
      and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = ('public.' || c.table_name)::regclass
        and cardinality(k.conkey) = 1 and k.confrelid in ('public.users'::regclass))`);
  return rows.map((row) => row.name);
}

describe("a row of one company", () => {
  test("can't point at the other's record, by any foreign key", async () => {
    for (const key of betweenTenants(catalog)) {
      expect([key.name, await pointAt(key, await someParent(b, key))]).toEqual([key.name, "23503"]);
    }
  });

  test("can point at its own, so that it is the company that refuses", async () => {
    const taken: string[] = [];
    for (const key of betweenTenants(catalog)) {
      const said = await pointAt(key, await someParent(a, key));
      // its own record may be taken already, or break a check of the row; it is never "not there"
      expect([key.name, said]).not.toEqual([key.name, "23503"]);
      if (said === null) taken.push(key.name);
    }
    expect(taken.length).toBeGreaterThan(25);
  });
});
