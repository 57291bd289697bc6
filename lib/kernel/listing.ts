import { z } from "zod";

/**
 * What a list is asked for, from the URL: `?q=acme&status=overdue&sort=-due&after=…`. A link pasted to a colleague
 * gives the same rows. Unknown or broken parameters are ignored, never an error.
 */
export type SearchParams = Record<string, string | string[] | undefined>;

export type Cursor = { value: string | number; id: string };

export type ListRequest<Sort extends string = string, Filter extends string = string> = {
  search: string;
  sort: Sort;
  descending: boolean;
  filters: Partial<Record<Filter, string>>;
  after: Cursor | null;
  before: Cursor | null;
  limit: number;
};

export type Listed<Row> = {
  rows: Row[];
  /** Cursors for the neighbouring pages, null at the ends. */
  next: string | null;
  previous: string | null;
  /** All matching rows; counted up to `countLimit`, above it "10,000+". */
  total: number;
};

export const pageSize = 50;
export const countLimit = 10_000;

export type ListOptions<Sort extends string, Filter extends string> = {
  sorts: readonly Sort[];
  /** Like `-issued`: a minus sorts descending. */
  defaultSort: Sort | `-${Sort}`;
  filters?: readonly Filter[];
};

export function listRequest<Sort extends string, Filter extends string = never>(
  params: SearchParams,
  { sorts, defaultSort, filters = [] }: ListOptions<Sort, Filter>,
): ListRequest<Sort, Filter> {
  const asked = one(params.sort);
  const sort = sorts.some((known) => asked === known || asked === `-${known}`) ? asked : defaultSort;
  return {
    search: clean(one(params.q)).slice(0, 200),
    sort: sort.replace(/^-/, "") as Sort,
    descending: sort.startsWith("-"),
    filters: Object.fromEntries(
      filters.map((name) => [name, clean(one(params[name])).slice(0, 200)]).filter(([, value]) => value),
    ) as Partial<Record<Filter, string>>,
    after: cursorOf(one(params.after)),
    before: cursorOf(one(params.before)),
    limit: pageSize,
  };
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString("base64url");
}

/** `?…` with these parameters set and those of null left out; the page goes back to the first when a filter changes. */
export function hrefWith(params: SearchParams, changes: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, after: null, before: null, ...changes })) {
    const text = value === null ? "" : one(value);
    if (text !== "") query.set(name, text);
  }
  const text = query.toString();
  return text ? `?${text}` : "?";
}

export function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

const cursorShape = z.tuple([z.union([z.string().max(500), z.number()]), z.string().max(64)]);

function cursorOf(text: string): Cursor | null {
  if (!text) return null;
  try {
    const parsed = cursorShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return clean(String(parsed[0]) + parsed[1]) === String(parsed[0]) + parsed[1]
      ? { value: parsed[0], id: parsed[1] }
      : null;
  } catch {
    return null;
  }
}

/** PostgreSQL takes no NUL in a text. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "").trim();
}
