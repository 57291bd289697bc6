export type CellKind = "text" | "link" | "money" | "date" | "minutes" | "quantity" | "percent" | "number" | "badge";

/** A column of a list. The keys name fields of the row, all of them plain, so that a server page can hand them over. */
export type Column = {
  key: string;
  label: string;
  kind: CellKind;
  /** The field with the address, for `link`. */
  hrefKey?: string;
  /** The field with a second, quieter line. */
  subKey?: string;
  /** The fields with tone and icon, for `badge`; by default `<key>_tone` and `<key>_icon`. */
  toneKey?: string;
  iconKey?: string;
  /** The word in `sort` for this column; without it the column is not sorted. */
  sortKey?: string;
  align?: "start" | "end";
  hideOnPhone?: boolean;
  /** Its place on a phone's card: by default the first column is the title and the last amount the figure. */
  phone?: "title" | "figure" | "line";
};

export type Row = Record<string, string | number | null>;

const numericKinds: CellKind[] = ["money", "minutes", "quantity", "percent", "number"];

export function isNumeric(column: Column): boolean {
  return numericKinds.includes(column.kind);
}

export function alignsEnd(column: Column): boolean {
  return column.align ? column.align === "end" : isNumeric(column);
}

export type PhonePlace = "title" | "figure" | "line" | "badge" | "none";

/** Where each column stands on a phone's card: one title, one figure, the rest as labelled lines or bare badges. */
export function phonePlaces(columns: Column[]): Record<string, PhonePlace> {
  const shown = columns.filter((column) => !column.hideOnPhone);
  const title = shown.find((column) => column.phone === "title") ?? shown.find((column) => column.phone === undefined);
  const figure =
    shown.find((column) => column.phone === "figure") ??
    shown.findLast((column) => column !== title && column.phone === undefined && isNumeric(column));
  return Object.fromEntries(
    columns.map((column) => {
      if (column.hideOnPhone) return [column.key, "none"];
      if (column === title) return [column.key, "title"];
      if (column === figure) return [column.key, "figure"];
      return [column.key, column.kind === "badge" ? "badge" : "line"];
    }),
  );
}

/** How a column is sorted by the list's `sort`, such as `due` or `-due`. */
export function sortedBy(column: Column, sort: string | undefined): "ascending" | "descending" | undefined {
  if (!column.sortKey || !sort) return undefined;
  if (sort === column.sortKey) return "ascending";
  return sort === `-${column.sortKey}` ? "descending" : undefined;
}
