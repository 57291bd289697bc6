"use client";

import { cx } from "./cx";
import { alignsEnd, type Column, sortedBy } from "./data-column";
import { Icon } from "./icon";
import { NearLink } from "./near-link";

/** The head of a column; a link where the list can be sorted by it. */
export function HeadCell({
  column,
  sort,
  href,
}: {
  column: Column;
  sort: string | undefined;
  href: string | undefined;
}) {
  const sorted = sortedBy(column, sort);
  const end = alignsEnd(column);
  return (
    <th scope="col" aria-sort={sorted} className={cx("t-head", end && "t-end")}>
      {href ? (
        <NearLink
          href={href}
          scroll={false}
          className={cx(
            "group/sort rounded-sm hover:text-text",
            wordClass,
            end && "flex-row-reverse",
            sorted && "text-text",
          )}
        >
          {column.label}
          <Icon
            name={sorted === "ascending" ? "arrow-up" : sorted === "descending" ? "arrow-down" : "chevrons-up-down"}
            className={cx(
              "size-3",
              !sorted && "opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100",
            )}
          />
        </NearLink>
      ) : (
        <span className={wordClass}>{column.label}</span>
      )}
    </th>
  );
}

/** The same box for heads with and without a link, so that all stand on one line. */
const wordClass = "-my-1 inline-flex min-h-6 items-center gap-1 align-middle";
