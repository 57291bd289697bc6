/** The look of tables, shared by the table parts and the list table, so that both stay one. */
/** Wide tables scroll in their frame where the window is narrow; where it is wide the page scrolls and the head stays in sight. */
export const tableFrame =
  "relative overflow-x-auto rounded-lg border border-border bg-surface shadow-1 xl:overflow-visible print:overflow-visible print:border-0 print:shadow-none";

export const cardFrame = "max-sm:overflow-visible max-sm:border-0 max-sm:bg-transparent max-sm:shadow-none";

export const tableClass = "w-full border-separate border-spacing-0 text-left";

export const headCellClass =
  "border-b border-border bg-surface-2 px-3 py-2 xl:sticky xl:top-14 xl:z-10 print:px-1.5 text-xs font-medium whitespace-nowrap text-text-muted first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4 group-data-bare/table:rounded-none! group-data-bare/table:border-t print:static print:bg-transparent";

export const bodyCellClass =
  "border-b border-border px-3 py-2.5 align-top print:px-1.5 print:py-1.5 print:text-[8pt] first:pl-4 last:pr-4 group-last/row:border-b-0 group-last/row:first:rounded-bl-lg group-last/row:last:rounded-br-lg";

export const footCellClass =
  "border-t border-border-strong px-3 py-2.5 font-semibold first:pl-4 last:pr-4 tabular-nums group-data-cards/table:max-sm:border-t-0";

/** A row as a card on phones: title and figure on the first line, the rest as labelled words below. */
export const cardRowClass =
  "max-sm:relative max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-4 max-sm:gap-y-1 max-sm:rounded-lg max-sm:border max-sm:border-border max-sm:bg-surface max-sm:px-4 max-sm:py-3 max-sm:shadow-1 max-sm:group-data-bare/table:rounded-none max-sm:group-data-bare/table:border-0 max-sm:group-data-bare/table:border-t max-sm:group-data-bare/table:bg-transparent max-sm:group-data-bare/table:shadow-none";

export const cardCellClass = "max-sm:border-0 max-sm:p-0! max-sm:empty:hidden";

export const cardPlaceClass = {
  title: "max-sm:order-1 max-sm:min-w-[55%] max-sm:flex-1",
  figure: "max-sm:order-2 max-sm:text-base max-sm:font-semibold",
  line: "max-sm:order-3 max-sm:text-left max-sm:text-sm max-sm:before:mr-1.5 max-sm:before:text-text-muted max-sm:before:content-[attr(data-label)]",
  badge: "max-sm:order-3 max-sm:text-left",
  none: "max-sm:hidden",
} as const;
