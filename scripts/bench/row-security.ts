import type { Pool } from "pg";
import { openPool } from "@/db/client";
import { withLogin } from "../local/database-url";
import { productClerk } from "./documents";
import { openFirm } from "./firm";
import { inTurn } from "./measure";
import { inBulk, migratedDatabase, type Stage } from "./stage";
import type { Line, Target } from "./table";
import { round, writtenLine } from "./writing";

const WRITERS = 8;
const target: Target = { share: 0.85 };

/**
 * What row level security costs, with the setting of the company that each transaction begins with: the product as it is,
 * against the product on a database whose tables have the policies turned off, whose guards do not ask whose company is
 * named, with a bare `begin`.
 */
export async function rowSecurity(stage: Stage): Promise<Line[]> {
  const { urls, adminUrl } = await migratedDatabase(
    stage.run,
    withLogin(stage.adminUrl, { database: "postgres" }),
    "ez360_bench_open",
  );
  await inBulk(adminUrl, (client) => client.query(POLICIES_OFF));
  const guarded = openPool(stage.urls.appUrl, WRITERS);
  const unguarded = openPool(urls.appUrl, WRITERS);
  try {
    const guardedClerk = await onPool(guarded, async () => productClerk(await openFirm("guarded")));
    const unguardedClerk = await onPool(unguarded, async () => productClerk(await openFirm("unguarded")));
    // from here on: the settings are needed for nothing but the policies
    await unguarded.end();
    const bare = withBareBegin(openPool(urls.appUrl, WRITERS));
    const measured = await inTurn(stage.size.rounds, {
      on: () => onPool(guarded, () => round(stage, guardedClerk, WRITERS)),
      off: () => onPool(bare, () => round(stage, unguardedClerk, WRITERS)),
    }).finally(() => bare.end());
    const sides = { product: measured.on, floor: measured.off };
    return [
      writtenLine("issue an invoice, row level security on against off", ["issue"], target, sides),
      writtenLine("record a payment, row level security on against off", ["pay"], target, sides),
    ];
  } finally {
    await guarded.end();
  }
}

const POLICIES_OFF = `do $$ declare t text; begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table public.%I disable row level security', t);
    execute format('alter table public.%I no force row level security', t);
  end loop;
  create or replace function assert_company_named(company text) returns void language sql as 'select null::void';
end $$`;

/** The product's transactions on another pool than its own. */
async function onPool<T>(pool: Pool, body: () => Promise<T>): Promise<T> {
  const shared = globalThis as { ez360Pool?: Pool | undefined };
  const before = shared.ez360Pool;
  shared.ez360Pool = pool;
  try {
    return await body();
  } finally {
    shared.ez360Pool = before;
  }
}

function withBareBegin(pool: Pool): Pool {
  return pool.on("connect", (client) => {
    const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
    const bare = (first: unknown, ...rest: unknown[]) =>
      ask(typeof first === "string" && first.startsWith("begin") ? "begin" : first, ...rest);
    client.query = bare as typeof client.query;
  });
}
