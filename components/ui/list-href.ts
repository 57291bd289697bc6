import { hrefWith, type SearchParams } from "@/lib/kernel/listing";

/** Pressing a column's head sorts by it upwards, and pressing it again turns the order round. */
export function sortHrefs(params: SearchParams, sort: string, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, hrefWith(params, { sort: sort === key ? `-${key}` : key })]));
}

/** The neighbouring pages of a list, by the cursors that the query gave. */
export function pageHrefs(
  params: SearchParams,
  listed: { next: string | null; previous: string | null },
): { nextHref: string | null; previousHref: string | null } {
  return {
    nextHref: listed.next && hrefWith(params, { after: listed.next }),
    previousHref: listed.previous && hrefWith(params, { before: listed.previous }),
  };
}

/** A filter that is on, in words, with the address of the list without it. */
export type FilterChip = { label: string; removeHref: string };

/** Chips for the parameters that are set; a parameter whose words are null is off. */
export function filterChips(params: SearchParams, words: Record<string, string | null>): FilterChip[] {
  return Object.entries(words).flatMap(([name, label]) =>
    label === null ? [] : [{ label, removeHref: hrefWith(params, { [name]: null }) }],
  );
}

/** The list without search and filters; its order stays. */
export function clearedHref(params: SearchParams): string {
  const others = Object.keys(params).filter((name) => name !== "sort");
  return hrefWith(params, Object.fromEntries(others.map((name) => [name, null])));
}
