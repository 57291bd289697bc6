import type { Pool } from "pg";
import type { Stage } from "./stage";
import type { Line } from "./table";
import { measuredWithout } from "./without";

/**
 * What row level security costs, with the setting of the company that each transaction begins with: the product as it is,
 * against the product on a database whose tables have the policies turned off, whose guards do not ask whose company is
 * named, with a bare `begin`.
 */
export function rowSecurity(stage: Stage): Promise<Line[]> {
  return measuredWithout(stage, {
    what: "row level security",
    database: "ez360_bench_open",
    sql: POLICIES_OFF,
    target: { share: 0.85 },
    // the settings are needed for nothing but the policies
    pool: withBareBegin,
  });
}

const POLICIES_OFF = `do $$ declare t text; begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table public.%I disable row level security', t);
    execute format('alter table public.%I no force row level security', t);
  end loop;
  create or replace function assert_company_named(company text) returns void language sql as 'select null::void';
end $$`;

function withBareBegin(pool: Pool): Pool {
  return pool.on("connect", (client) => {
    const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
    const bare = (first: unknown, ...rest: unknown[]) =>
      ask(typeof first === "string" && first.startsWith("begin") ? "begin" : first, ...rest);
    client.query = bare as typeof client.query;
  });
}
