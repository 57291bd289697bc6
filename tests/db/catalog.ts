import type { Run } from "./roles";

/** What the database's own catalog says of our tables: the checks are made from it, so a new table is checked unasked. */
type Key = {
  name: string;
  table: string;
  columns: string[];
  kind: "primary" | "unique" | "exclusion" | "index";
};
export type ForeignKey = { name: string; table: string; columns: string[]; parent: string; parentColumns: string[] };
export type Catalog = { tables: string[]; tenantTables: string[]; keys: Key[]; foreignKeys: ForeignKey[] };

export async function readCatalog(run: Run): Promise<Catalog> {
  const tables = await run<{ name: string; tenant: boolean }>(`
    select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id'
      and a.attnum > 0 and not a.attisdropped) as tenant
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  const keys = await run<Key>(`
    select i.relname as name, t.relname as "table",
      case when x.indisprimary then 'primary' when x.indisexclusion then 'exclusion'
        when x.indisunique then 'unique' else 'index' end as kind,
      array(select coalesce(a.attname, '(expression)')::text from unnest(x.indkey::int[]) with ordinality k (attnum, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.place) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relnamespace = 'public'::regnamespace order by 2, 1`);
  const foreignKeys = await run<ForeignKey>(`
    select c.conname as name, t.relname as "table", p.relname as parent,
      array(select a.attname::text from unnest(c.conkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.place) as columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = p.oid and a.attnum = k.attnum order by k.place) as "parentColumns"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class p on p.oid = c.confrelid
    where c.contype = 'f' and t.relnamespace = 'public'::regnamespace order by 2, 1`);
  return {
    tables: tables.map((table) => table.name),
    tenantTables: tables.filter((table) => table.tenant).map((table) => table.name),
    keys,
    foreignKeys,
  };
}
