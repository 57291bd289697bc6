import { type AnyColumn, and, asc, desc, type SQL, sql } from "drizzle-orm";
import { isPlainDate } from "@/lib/kernel/dates";
import { type Cursor, countLimit, encodeCursor, type Listed, type ListRequest } from "@/lib/kernel/listing";
import type { Reader } from "./scope";

/** A list's order: a column or expression that is never null, and the id that makes it unique. */
export type Order = { by: AnyColumn | SQL; id: AnyColumn | SQL; type: "text" | "date" | "bigint" | "integer" };

type Slice = { where: SQL | undefined; orderBy: SQL[]; limit: number };
type Sorted = { id: string; sortKey: string | number };

/**
 * One page by keyset: the first page costs what the last does. `fetch` selects `id` and `sortKey` (the order's value)
 * besides its own columns; `total` counts the same `where` without the cursor, up to `countLimit`.
 */
export async function keysetPage<Row extends Sorted>(
  request: ListRequest,
  order: Order,
  where: SQL | undefined,
  fetch: (slice: Slice) => Promise<Row[]>,
): Promise<Omit<Listed<Row>, "total">> {
  const after = placeIn(order, request.after);
  const cursor = after ?? placeIn(order, request.before);
  const backwards = cursor !== null && after === null;
  const descending = request.descending !== backwards;
  const direction = descending ? desc : asc;
  const seek = cursor
    ? sql`(${order.by}, ${order.id}) ${sql.raw(descending ? "<" : ">")} (${cursor.value}::${sql.raw(order.type)}, ${cursor.id})`
    : undefined;
  const found = await fetch({
    where: and(where, seek),
    orderBy: [direction(order.by), direction(order.id)],
    limit: request.limit + 1,
  });
  const more = found.length > request.limit;
  const rows = found.slice(0, request.limit);
  if (backwards) rows.reverse();
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : cursor !== null;
  return {
    rows,
    next: hasNext ? cursorAt(rows.at(-1)) : null,
    previous: hasPrevious ? cursorAt(rows.at(0)) : null,
  };
}

/** A cursor of another list, or one that somebody wrote, is no place in this order: the list begins at its start. */
function placeIn({ type }: Order, cursor: Cursor | null): Cursor | null {
  if (!cursor || type === "text") return cursor;
  const value = String(cursor.value);
  const fits = type === "date" ? isPlainDate(value) || value === "infinity" : /^-?\d{1,9}$/.test(value);
  return fits || (type === "bigint" && /^-?\d{1,18}$/.test(value)) ? cursor : null;
}

/** How many rows match, counted no further than `countLimit` + 1. */
export async function boundedCount(db: Reader, rows: SQL): Promise<number> {
  const { rows: counted } = await db.execute<{ n: string }>(
    sql`select count(*) as n from (select 1 from ${rows} limit ${countLimit + 1}) counted`,
  );
  return Number(counted[0]?.n ?? 0);
}

/** Case-insensitive "contains" for a search box; what the person typed is taken literally. */
export function containing(search: string): string {
  return `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function cursorAt(row: Sorted | undefined): string | null {
  return row ? encodeCursor({ value: row.sortKey, id: row.id }) : null;
}
