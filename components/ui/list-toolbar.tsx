import type { Route } from "next";
import Form from "next/form";
import { controlClass } from "@/components/form/control-class";
import { NativeSelect, type Option } from "@/components/form/select-field";
import { Button } from "./button";
import { buttonClass } from "./button-class";
import { cx } from "./cx";
import { Icon } from "./icon";
import type { FilterChip } from "./list-href";
import { NearLink } from "./near-link";
import { TidyQuery } from "./tidy-query";

export type SelectFilter = {
  kind: "select";
  name: string;
  label: string;
  value: string;
  any: string;
  options: Option[];
};
export type RangeFilter = {
  kind: "range";
  label: string;
  from: { name: string; value: string };
  to: { name: string; value: string };
};
export type ListFilter = SelectFilter | RangeFilter;

export type ListToolbarProps = {
  /** The list's own address, without a query. */
  action: string;
  search?: { name?: string; label: string; value: string; placeholder?: string };
  filters?: ListFilter[];
  chips?: FilterChip[];
  clearHref?: string;
  /** Such as “48 invoices”. */
  count?: string;
  /** What else the address carries and a search keeps, such as the sort. */
  keep?: Record<string, string>;
  /** The ways to sort, for phones, where the table has no head. */
  sort?: { value: string; options: Option[] };
};

/** Search and filters as one GET form: the address says it all, and it works without scripts. */
export function ListToolbar({
  action,
  search,
  filters = [],
  chips = [],
  clearHref,
  count,
  keep = {},
  sort,
}: ListToolbarProps) {
  const kept = Object.entries(keep).filter(([name]) => !(sort && name === "sort"));
  return (
    <div className="space-y-3 print:hidden">
      <Form
        action={action as Route}
        role="search"
        aria-label="Search and filter"
        className="flex flex-wrap items-end gap-2"
      >
        <TidyQuery />
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search ? <SearchBox search={search} /> : null}
        {filters.length > 0 || sort ? (
          <FilterFields filters={filters} sort={sort} active={chips.length} />
        ) : (
          <Button type="submit">Search</Button>
        )}
      </Form>
      {chips.length > 0 || count ? <ActiveFilters chips={chips} clearHref={clearHref} count={count} /> : null}
    </div>
  );
}

function SearchBox({ search }: { search: NonNullable<ListToolbarProps["search"]> }) {
  return (
    <label className="relative block min-w-0 flex-1 basis-40 sm:max-w-80">
      <span className="reader-only">{search.label}</span>
      <Icon name="search" className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-text-subtle" />
      <input
        key={search.value}
        type="search"
        name={search.name ?? "q"}
        defaultValue={search.value}
        placeholder={search.placeholder ?? search.label}
        className={cx(controlClass, "pl-9")}
      />
    </label>
  );
}

/**
 * In a row where there is room; folded away on phones, where the summary says how many are on.
 * Browsers that can't lay a closed `details` open keep the summary everywhere.
 */
function FilterFields({
  filters,
  sort,
  active,
}: {
  filters: ListFilter[];
  sort: ListToolbarProps["sort"];
  active: number;
}) {
  return (
    <details className="contents max-sm:[&::details-content]:basis-full sm:[&::details-content]:contents sm:[&::details-content]:[content-visibility:visible]">
      <summary className={buttonClass("secondary", "lg", "sm:supports-[selector(::details-content)]:hidden")}>
        <Icon name="filter" />
        Filters
        {active > 0 ? <span className="tabular-nums">({active})</span> : null}
      </summary>
      <div className="flex flex-wrap items-end gap-2 max-sm:w-full max-sm:flex-col max-sm:items-stretch max-sm:gap-3 max-sm:rounded-lg max-sm:border max-sm:border-border max-sm:bg-surface max-sm:p-4">
        {filters.map((filter) =>
          filter.kind === "select" ? (
            <SelectBox key={filter.name} filter={filter} />
          ) : (
            <RangeBox key={filter.from.name} filter={filter} />
          ),
        )}
        {sort ? <SortBox sort={sort} /> : null}
        <Button type="submit" size="lg">
          Apply
        </Button>
      </div>
    </details>
  );
}

function SelectBox({ filter }: { filter: SelectFilter }) {
  return (
    <div className="sm:w-44">
      <FilterLabel htmlFor={`filter-${filter.name}`}>{filter.label}</FilterLabel>
      <NativeSelect
        id={`filter-${filter.name}`}
        key={filter.value}
        name={filter.name}
        defaultValue={filter.value}
        placeholder={filter.any}
        options={filter.options}
      />
    </div>
  );
}

function RangeBox({ filter }: { filter: RangeFilter }) {
  return (
    <fieldset className="min-w-0">
      <legend className="reader-only">{filter.label}</legend>
      <div className="flex items-end gap-2 max-sm:flex-col max-sm:items-stretch">
        {[filter.from, filter.to].map((end, index) => (
          <div key={end.name} className="sm:w-38">
            <FilterLabel htmlFor={`filter-${end.name}`}>{`${filter.label} ${index === 0 ? "from" : "to"}`}</FilterLabel>
            <input
              key={end.value}
              id={`filter-${end.name}`}
              type="date"
              name={end.name}
              defaultValue={end.value}
              className={cx(controlClass, "tabular-nums")}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function SortBox({ sort }: { sort: NonNullable<ListToolbarProps["sort"]> }) {
  return (
    <div className="sm:hidden">
      <FilterLabel htmlFor="filter-sort">Sort by</FilterLabel>
      <NativeSelect id="filter-sort" key={sort.value} name="sort" defaultValue={sort.value} options={sort.options} />
    </div>
  );
}

function FilterLabel({ htmlFor, children }: { htmlFor: string; children: string }) {
  return (
    <label htmlFor={htmlFor} className="mb-1 block text-xs font-medium text-text-muted">
      {children}
    </label>
  );
}

function ActiveFilters({
  chips,
  clearHref,
  count,
}: Pick<ListToolbarProps, "clearHref" | "count"> & { chips: FilterChip[] }) {
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {count ? <p className="mr-1 text-text-muted tabular-nums">{count}</p> : null}
      {chips.map((chip) => (
        <span
          key={chip.label}
          className="inline-flex items-center rounded-full border border-border bg-surface-2 pl-3 text-text"
        >
          {chip.label}
          <NearLink
            href={chip.removeHref}
            scroll={false}
            aria-label={`Remove filter ${chip.label}`}
            className="ml-0.5 inline-flex size-7 items-center justify-center rounded-full text-text-muted hover:bg-surface-3 hover:text-text pointer-coarse:size-11"
          >
            <Icon name="x" className="size-3.5" />
          </NearLink>
        </span>
      ))}
      {chips.length > 0 && clearHref ? (
        <NearLink
          href={clearHref}
          scroll={false}
          className="inline-flex min-h-7 items-center px-1 font-medium text-link hover:underline pointer-coarse:min-h-11"
        >
          Clear all
        </NearLink>
      ) : null}
    </div>
  );
}
