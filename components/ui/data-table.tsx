"use client";

import { columnVisibilityFeature, rowSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { cx } from "./cx";
import { drawCell, drawValue } from "./data-cell";
import { alignsEnd, type Column, isNumeric, type PhonePlace, phonePlaces, type Row } from "./data-column";
import { HeadCell } from "./data-head-cell";
import { SelectAll, SelectionBar, SelectRow } from "./data-selection";
import { useNearRows } from "./near-rows";
import { partClass } from "./table-part";

export type DataTableProps = {
  caption: string;
  columns: Column[];
  rows: Row[];
  /** The field that tells rows apart, and the value that a ticked row sends. */
  rowKey: string;
  /** `due` or `-due`; sorting is the server's work, the heads are links to it. */
  sort?: string;
  sortHrefs?: Record<string, string>;
  hiddenColumns?: string[];
  /** A column of checkboxes named so; the table then stands inside a form, or names one. */
  selectable?: { name: string; form?: string; allAtFirst?: boolean };
  /** Buttons for the ticked rows. */
  bulkActions?: ReactNode;
  /** Sums below, by column key. */
  totals?: Record<string, number>;
  totalLabel?: string;
  /** Without a frame, for a table within a card. */
  bare?: boolean;
};

const features = tableFeatures({ rowSelectionFeature, columnVisibilityFeature });
const noColumns: string[] = [];

/** Every list of the product. One client component fed plain rows costs the server least; it works before its scripts arrive. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, rows, rowKey, sort, sortHrefs, selectable, totals } = props;
  const table = useListTable(props);
  const frame = useClearedWithForm(() => table.resetRowSelection(true));
  const shown = columns.filter((column) => table.getColumn(column.key)?.getIsVisible());
  const places = useMemo(() => phonePlaces(columns), [columns]);
  const nearRows = useNearRows();
  const keys = rows.map((row) => String(row[rowKey]));
  const ticked = new Set(keys.filter((key) => table.state.rowSelection[key]));

  return (
    <div ref={frame}>
      {selectable ? (
        <SelectionBar ticked={ticked} onClear={() => table.resetRowSelection(true)}>
          {props.bulkActions}
        </SelectionBar>
      ) : null}
      <div className={cx(props.bare ? "t-bare-frame" : "t-frame", "t-cards")}>
        <table className="t-table" data-cards="" data-bare={props.bare ? "" : undefined} {...nearRows}>
          <caption className="reader-only">{caption}</caption>
          <thead>
            <tr>
              {selectable ? (
                <th scope="col" className="t-head w-10 print:hidden">
                  <SelectAll count={ticked.size} of={rows.length} onToggle={(on) => table.toggleAllRowsSelected(on)} />
                </th>
              ) : null}
              {shown.map((column) => (
                <HeadCell key={column.key} column={column} sort={sort} href={sortHrefs?.[column.sortKey ?? ""]} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr
                key={row.id}
                className={cx(
                  "t-row t-card",
                  row.getIsSelected() ? "bg-selected max-sm:bg-selected" : "sm:hover:bg-surface-2/60",
                )}
              >
                {selectable ? (
                  <td className="t-cell t-part max-sm:relative max-sm:z-1 max-sm:order-0 max-sm:self-center print:hidden">
                    <SelectRow
                      selectable={selectable}
                      value={row.id}
                      label={String(row.original[shown[0]?.key ?? rowKey] ?? row.id)}
                      checked={row.getIsSelected()}
                      onToggle={row.getToggleSelectedHandler()}
                    />
                  </td>
                ) : null}
                {shown.map((column) => (
                  <BodyCell key={column.key} column={column} row={row.original} place={places[column.key] ?? "line"} />
                ))}
              </tr>
            ))}
          </tbody>
          {totals ? (
            <TotalsRow
              columns={shown}
              totals={totals}
              label={props.totalLabel ?? "Total"}
              offset={selectable ? 1 : 0}
            />
          ) : null}
        </table>
      </div>
    </div>
  );
}

function useListTable(props: DataTableProps) {
  const { columns, rows, rowKey, hiddenColumns = noColumns } = props;
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.key, accessorFn: (row: Row) => row[column.key] })),
    [columns],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hiddenColumns.map((key) => [key, false])), [hiddenColumns]);
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => String(row[rowKey]),
    initialState: { columnVisibility, rowSelection: useStartSelection(props) },
  });
}

function BodyCell({ column, row, place }: { column: Column; row: Row; place: PhonePlace }) {
  return (
    <td data-label={place === "line" ? column.label : undefined} className={cellClass(column, place)}>
      {drawCell(column, row)}
    </td>
  );
}

function cellClass(column: Column, place: PhonePlace): string {
  return cx(
    "t-cell",
    alignsEnd(column) && "t-end",
    column.kind === "text" && "t-text",
    isNumeric(column) ? "t-figures" : (column.kind === "date" || column.kind === "badge") && "t-tight",
    partClass[place],
  );
}

function TotalsRow(props: { columns: Column[]; totals: Record<string, number>; label: string; offset: number }) {
  const { columns, totals, label, offset } = props;
  const before = columns.findIndex((column) => totals[column.key] !== undefined);
  return (
    <tfoot className="max-sm:mt-2">
      <tr className="t-card">
        <th scope="row" colSpan={Math.max(before, 1) + offset} className="t-foot t-part max-sm:w-full">
          {label}
        </th>
        {columns.slice(Math.max(before, 1)).map((column) => (
          <td
            key={column.key}
            data-label={column.label}
            className={cx("t-foot", alignsEnd(column) && "t-end", partClass.line)}
          >
            {totals[column.key] === undefined ? null : drawValue(column, {}, totals[column.key] ?? 0)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Every row ticked where the list starts so; read once. */
function useStartSelection({ rows, rowKey, selectable }: DataTableProps): Record<string, true> {
  const [start] = useState(() =>
    selectable?.allAtFirst ? Object.fromEntries(rows.map((row) => [String(row[rowKey]), true as const])) : {},
  );
  return start;
}

/** When the form around it starts anew, the ticks go too. */
function useClearedWithForm(clear: () => void) {
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(clear);
  latest.current = clear;
  useEffect(() => {
    const form = frame.current?.closest("form");
    const onReset = (event: Event) => {
      if (!event.defaultPrevented) latest.current();
    };
    form?.addEventListener("reset", onReset);
    return () => form?.removeEventListener("reset", onReset);
  }, []);
  return frame;
}
