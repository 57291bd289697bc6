import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "./client";

/**
 * What would let one company see another's rows although every query is right: a role that passes by row-level security,
 * or a table that has none. Asked of the database itself, as the role that is connected. Each problem is one sentence.
 */
export async function isolationProblems(db: Database): Promise<string[]> {
  const roles = await db.execute<Role>(sql`
    select rolname as name, rolsuper as is_superuser, rolbypassrls as bypasses,
      array(select relname from pg_class c join pg_namespace n on n.oid = relnamespace
        where relowner = r.oid and relkind in ('r', 'p') and nspname not like 'pg\\_%' order by 1)::text[] as owned,
      array(select distinct o.rolname from pg_class c join pg_namespace n on n.oid = relnamespace join pg_roles o on o.oid = relowner
        where relkind in ('r', 'p') and nspname <> 'information_schema' and nspname not like 'pg\\_%'
          and relowner <> r.oid and pg_has_role(r.oid, relowner, 'member') order by 1)::text[] as owners
    from pg_roles r where rolname = current_user`);
  const tables = await db.execute<Table>(sql`
    select relname as name, relrowsecurity as is_on, relforcerowsecurity as is_forced
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'p') and nspname <> 'information_schema' and nspname not like 'pg\\_%'
      and (relname = 'companies' or exists (
        select from pg_attribute where attrelid = c.oid and attname = 'company_id' and not attisdropped))
    order by 1`);
  return [...roles.rows.flatMap(problemsOfRole), ...problemsOfTables(tables.rows)];
}

type Role = { name: string; is_superuser: boolean; bypasses: boolean; owned: string[]; owners: string[] };
type Table = { name: string; is_on: boolean; is_forced: boolean };

function problemsOfRole({ name, is_superuser, bypasses, owned, owners }: Role): string[] {
  return [
    is_superuser ? `The role ${name} is a superuser.` : [],
    bypasses ? `The role ${name} bypasses row-level security.` : [],
    owned.length > 0 ? `The role ${name} owns tables: ${listed(owned)}.` : [],
    // a superuser is a member of every role
    owners.length > 0 && !is_superuser ? `The role ${name} may act as ${listed(owners)}, who owns tables.` : [],
  ].flat();
}

function problemsOfTables(tables: Table[]): string[] {
  if (!tables.some(({ name }) => name === "companies"))
    return ["There is no table of companies: migrate the database."];
  const off = tables.filter(({ is_on }) => !is_on).map(({ name }) => name);
  const unforced = tables.filter(({ is_on, is_forced }) => is_on && !is_forced).map(({ name }) => name);
  return [
    off.length > 0 ? `Row-level security is off on ${listed(off)}.` : [],
    unforced.length > 0 ? `Row-level security does not bind the owner of ${listed(unforced)}.` : [],
  ].flat();
}

function listed(names: string[]): string {
  const most = 12;
  return names.length > most ? `${names.slice(0, most).join(", ")} and ${names.length - most} more` : names.join(", ");
}
