import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Invariant } from "./invariant";
import { invariants } from "./invariants";

/** A record that breaks an invariant: what it is, and what it should have been. */
export type Offender = { kind: string; id: string; label: string; expected: string; found: string };

export type Verdict = Omit<Invariant, "sql"> & {
  ok: boolean;
  /** The first offenders; `count` is how many there are. */
  rows: Offender[];
  count: number;
  ms: number;
};

const shown = 50;

/**
 * Each invariant reads whole tables once. So the sums of a long journal get room, and the planner, when it knows a new
 * table badly, may not go through one table for each row of another.
 */
const wholeTables = sql`select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)`;

/** Asks the database for whatever breaks an invariant of this company's books. Reads only; one query for each. */
export async function verifyBooks(scope: Scope<"books.verify">): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const invariant of invariants) verdicts.push(await judge(scope, invariant));
  return verdicts;
}

async function judge(scope: Scope<"books.verify">, { sql: query, ...invariant }: Invariant): Promise<Verdict> {
  const start = performance.now();
  const { rows } = await scope.read(async (db) => {
    await db.execute(wholeTables);
    return db.execute<Offender & { count: string }>(sql`
      select count(*) over () as count, offender.* from (${sql.raw(query)}) offender limit ${shown}`);
  });
  return {
    ...invariant,
    ok: rows.length === 0,
    rows: rows.map(({ kind, id, label, expected, found }) => ({ kind, id, label, expected, found })),
    count: Number(rows[0]?.count ?? 0),
    ms: Math.round(performance.now() - start),
  };
}
