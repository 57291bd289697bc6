import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import type { Invariant } from "../invariant";

/** The tables of the catalog that carry a company. */
const tenantTables = `
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnum
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

export const tenancy: Invariant[] = [
  {
    key: "keys_carry_company",
    area: "Separation",
    title: "Every key between records carries the company",
    explanation: "The database's own keys name the company on both sides: a record can't point into another company.",
    sql: `
      with tenant as (${tenantTables})
      select 'key' as kind, k.conname::text as id, child.relname || ': ' || k.conname as label,
        'company_id on both sides' as expected, pg_get_constraintdef(k.oid) as found
      from pg_constraint k join tenant child on child.oid = k.conrelid join tenant parent on parent.oid = k.confrelid
      where k.contype = 'f' and not exists (
        select 1 from unnest(k.conkey, k.confkey) as pair (here, there)
        where pair.here = child.attnum and pair.there = parent.attnum)`,
  },
  {
    key: "rows_guarded",
    area: "Separation",
    title: "Every table shows a company its own rows alone",
    explanation: "Row-level security is on, forced, and bound to the company for each table that carries one.",
    sql: `
      select 'table' as kind, t.relname::text as id, t.relname::text as label, 'row security on and forced' as expected,
        case when not t.relrowsecurity then 'off' when not t.relforcerowsecurity then 'not forced'
          else 'no policy of the company' end as found
      from (${tenantTables}) t
      where not t.relrowsecurity or not t.relforcerowsecurity or not exists (
        select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive
          and pg_get_expr(p.polqual, p.polrelid) = '(company_id = current_company())'
          and pg_get_expr(p.polwithcheck, p.polrelid) = '(company_id = current_company())')`,
  },
  {
    key: "references_resolve",
    area: "Separation",
    title: "Every reference leads to a record of this company",
    explanation: "Whatever a record points at exists, and is this company's own.",
    sql: referencesOf(Object.values(schema)),
  },
];

/** One search for dangling references out of all keys of the schema, so that a new table is covered when it is made. */
function referencesOf(exports: unknown[]): string {
  const tables = exports.filter((value): value is PgTable => is(value, PgTable)).map((table) => getTableConfig(table));
  const searches = tables.flatMap((table) =>
    table.foreignKeys.map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference();
      const pairs = columns.map((column, i) => `p.${foreignColumns[i]?.name} = c.${column.name}`);
      const own = columns.filter((column) => column.name !== "company_id");
      const isTenant = table.columns.some((column) => column.name === "company_id");
      if (!isTenant || own.length === 0) return null;
      const pointed = `concat_ws(', ', ${own.map((column) => `c.${column.name}::text`).join(", ")})`;
      return `select 'reference' as kind, ${pointed} as id, '${table.name}' as label,
        '${getTableConfig(foreignTable).name}' as expected, ${pointed} as found
      from ${table.name} c where c.company_id = current_company()
        and ${own.map((column) => `c.${column.name} is not null`).join(" and ")}
        and not exists (select 1 from ${getTableConfig(foreignTable).name} p where ${pairs.join(" and ")})`;
    }),
  );
  return searches.filter((search) => search !== null).join("\nunion all\n");
}
