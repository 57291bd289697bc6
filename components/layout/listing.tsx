import type { ReactNode } from "react";
import type { Column, Row } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { EmptyFiltered } from "@/components/ui/empty-state";
import { filterTroubles, withoutTroubles } from "@/components/ui/filter-troubles";
import { clearedHref, type FilterChip, filterChips, pageHrefs, sortHrefs } from "@/components/ui/list-href";
import { type ListFilter, ListToolbar } from "@/components/ui/list-toolbar";
import { Pagination } from "@/components/ui/pagination";
import { TroubleBanner } from "@/components/ui/trouble-banner";
import { countLimit, hrefWith, type SearchParams } from "@/lib/kernel/listing";

type ListingProps = {
  /** The plural of what is listed, lower case: "clients". */
  what: string;
  /** The list's own address, without a query. */
  action: string;
  params: SearchParams;
  sort: string;
  search?: { label: string; value: string };
  filters?: ListFilter[];
  /** Words for the filters that are on, by parameter; null where one is off. */
  active?: Record<string, string | null>;
  columns: Column[];
  rows: Row[];
  listed: { next: string | null; previous: string | null; total: number };
  totals?: Record<string, number>;
  /** What the sums are of, where it is not all that is shown. */
  totalLabel?: string;
  /** Shown instead of everything when there is nothing at all yet. */
  first: ReactNode;
};

/** Every list page below its header: toolbar, table, pages, and the two ways of being empty. */
export function Listing(props: ListingProps) {
  const { what, action, params, sort, search, filters, columns, rows, listed } = props;
  const words = { q: search?.value ? `Search: ${search.value}` : null, ...props.active };
  const troubles = filterTroubles(params, filters ?? []);
  const chips: FilterChip[] = filterChips(params, withoutTroubles(words, troubles));
  if (listed.total === 0 && chips.length === 0) return props.first;
  const sorts = columns.flatMap((column) => (column.sortKey ? [column.sortKey] : []));
  return (
    <div className="space-y-4">
      <ListToolbar
        action={action}
        search={search}
        filters={filters}
        chips={chips}
        clearHref={clearedHref(params)}
        count={listed.total === 1 ? `1 ${singular(what)}` : `${countText(listed.total)} ${what}`}
        keep={{ ...unseen(props), sort }}
        sort={{ value: sort, options: columns.flatMap(sortOptions) }}
      />
      <TroubleBanner troubles={troubles} />
      {rows.length === 0 ? (
        <EmptyFiltered what={what} filters={chips.map((chip) => chip.label)} clearHref={clearedHref(params)} />
      ) : (
        <DataTable
          caption={`${what[0]?.toUpperCase()}${what.slice(1)}`}
          columns={columns}
          rows={rows}
          rowKey="id"
          sort={sort}
          sortHrefs={sortHrefs(params, sort, sorts)}
          totals={props.totals}
          totalLabel={props.totalLabel ?? "On this page"}
        />
      )}
      {listed.next || listed.previous ? (
        <Pagination text={`${rows.length} of ${countText(listed.total)}`} {...pageHrefs(params, listed)} />
      ) : null}
      {rows.length === 0 && (params.after || params.before) ? (
        <Pagination text="Past the end" previousHref={hrefWith(params, {})} />
      ) : null}
    </div>
  );
}

/** Filters that are on but have no field of their own: only a link set them, and a search keeps them. */
function unseen({ params, filters = [], active = {} }: ListingProps): Record<string, string> {
  const fields = filters.flatMap((filter) =>
    filter.kind === "range" ? [filter.from.name, filter.to.name] : filter.name,
  );
  return Object.fromEntries(
    Object.entries(active).flatMap(([name, words]) => {
      const value = params[name];
      return words && !fields.includes(name) && typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

/** "entries" → "entry", "clients" → "client": enough for the words of our own lists. */
function singular(what: string): string {
  return what.replace(/ies$/, "y").replace(/s$/, "");
}

function countText(total: number): string {
  return total > countLimit ? `${countLimit.toLocaleString("en-US")}+` : total.toLocaleString("en-US");
}

function sortOptions({ sortKey, label, kind }: Column) {
  if (!sortKey) return [];
  const [up, down] =
    kind === "date"
      ? ["oldest first", "newest first"]
      : kind === "text" || kind === "link"
        ? ["A to Z", "Z to A"]
        : ["low to high", "high to low"];
  return [
    { value: sortKey, label: `${label}, ${up}` },
    { value: `-${sortKey}`, label: `${label}, ${down}` },
  ];
}
