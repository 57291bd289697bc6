import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import { type ClosePoint, type Closing, closePoints } from "./close-points";
import { verifyBooks } from "./verify-books";

export type CheckPoint = Pick<ClosePoint, "key" | "severity" | "title" | "settled" | "explanation"> & {
  count: number;
  /** Below `/c/[company]`: the rows that were counted. */
  path: string | null;
};

/** What stands between a period and its close, computed from the data at this moment. Read-only. */
export async function closeChecklist(scope: Scope<"periods.read">, period: Closing["period"]): Promise<CheckPoint[]> {
  const verdicts = await verifyBooks(scope as Scope<"periods.read" | "books.verify">);
  const closing = { scope, period, broken: verdicts.filter((verdict) => !verdict.ok).length };
  const asked = closePoints.map(
    ({ key, count, first }) =>
      sql`${key}::text, json_build_array((${count(closing)}), ${first ? sql`(${first(closing)})` : sql`null`})`,
  );
  const { rows } = await scope.read((db) =>
    db.execute<{ counts: Record<string, [count: number, first: string | null]> }>(
      sql`select json_build_object(${sql.join(asked, sql`, `)}) as counts`,
    ),
  );
  const { counts } = present(rows[0], "the counts of the checklist");
  return closePoints.map(({ count: _, first: __, path, ...point }) => ({
    ...point,
    count: Number(counts[point.key]?.[0]),
    path: path(closing, counts[point.key]?.[1] ?? null),
  }));
}
