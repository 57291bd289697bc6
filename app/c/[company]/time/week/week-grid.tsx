"use client";

import { type KeyboardEvent, useState } from "react";
import { Minutes } from "@/components/display/minutes";
import { cx } from "@/components/ui/cx";
import { formatDay, type PlainDate, weekdayOf } from "@/lib/kernel/dates";
import type { FormAction } from "@/lib/kernel/form-state";
import { type DayRange, daysOf } from "@/lib/time/week";
import type { SheetCell, SheetRow } from "@/lib/time/week-sheet";
import type { PickableWork } from "../pickable-work";
import { AddRow } from "./add-row";
import { LockedCell, TypedCell } from "./week-cell";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export type SheetQuery = { day: string; member: string; copy: string; add: string[] };

type GridProps = {
  action: FormAction;
  companyId: string;
  home: string;
  memberId: string;
  today: PlainDate;
  week: DayRange;
  rows: SheetRow[];
  work: PickableWork;
  query: SheetQuery;
};

/**
 * The week as a sheet. Arrows, Enter and Tab move between cells as in a spreadsheet, and a cell is saved when it is
 * left. On a phone one day is shown at a time.
 */
export function WeekGrid(props: GridProps) {
  const { week, rows, today } = props;
  const days = daysOf(week);
  const [shown, setShown] = useState(Math.max(days.indexOf(today), 0));
  const sumOf = (column: number) => rows.reduce((sum, row) => sum + (row.cells[column]?.minutes ?? 0), 0);
  const narrow = (column: number) => (column === shown ? "" : "max-md:hidden");
  return (
    <div className="space-y-4">
      {rows.length > 0 ? <DayPicker days={days} shown={shown} onShow={setShown} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the inputs within */}
      <div onKeyDown={moveBetweenCells} className="overflow-x-auto">
        {rows.length > 0 ? (
          <table className="w-full min-w-0 border-collapse text-left md:table-fixed">
            <caption className="reader-only">Time of the week, by project and day</caption>
            <thead>
              <tr className="border-b border-border text-sm text-text-muted">
                <th scope="col" className="py-2 pr-3 font-medium md:w-1/3">
                  Project and service
                </th>
                {days.map((day, column) => (
                  <th key={day} scope="col" className={cx("px-1 py-2 text-right font-medium", narrow(column))}>
                    <abbr title={formatDay(day)} className={cx("no-underline", day === today && "text-primary")}>
                      {weekdays[weekdayOf(day) - 1]} {Number(day.slice(8))}
                    </abbr>
                  </th>
                ))}
                <th scope="col" className="py-2 pl-3 text-right font-medium max-md:hidden">
                  Total
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <GridRow key={row.key} {...props} row={row} at={at} narrow={narrow} />
              ))}
            </tbody>
            <tfoot>
              <tr className="font-semibold tabular-nums">
                <th scope="row" className="py-2 pr-3">
                  Total
                </th>
                {days.map((day, column) => (
                  <td key={day} className={cx("px-3 py-2 text-right", narrow(column))}>
                    <Minutes value={sumOf(column)} />
                  </td>
                ))}
                <td className="py-2 pl-3 text-right max-md:hidden">
                  <Minutes value={days.reduce((sum, _, column) => sum + sumOf(column), 0)} />
                </td>
              </tr>
            </tfoot>
          </table>
        ) : null}
      </div>
      <AddRow action={`${props.home}/time/week`} work={props.work} query={props.query} />
    </div>
  );
}

function GridRow({
  row,
  at,
  narrow,
  ...props
}: GridProps & { row: SheetRow; at: number; narrow: (column: number) => string }) {
  const { action, companyId, home, memberId } = props;
  const name = [row.projectLabel, row.itemName].filter(Boolean).join(", ");
  const fields = { companyId, memberId, projectId: row.projectId, itemId: row.itemId ?? "" };
  const hrefOf = (cell: SheetCell) =>
    cell.entryId
      ? `${home}/time/${cell.entryId}`
      : `${home}/time?${new URLSearchParams({ from: cell.day, to: cell.day, member: memberId, project: row.projectId })}`;
  return (
    <tr className="border-b border-border align-top">
      <th scope="row" className="py-2 pr-3 font-normal">
        <span className="block break-words">{row.projectLabel}</span>
        <span className="block text-sm break-words text-text-muted">
          {[row.itemName ?? "No service", row.clientName].filter(Boolean).join(" · ")}
        </span>
      </th>
      {row.cells.map((cell, column) => (
        <td key={cell.day} className={cx("w-24 px-1 py-2 md:w-auto", narrow(column))}>
          {cell.reason ? (
            <LockedCell cell={cell} href={hrefOf(cell)} />
          ) : (
            <TypedCell
              action={action}
              cell={cell}
              label={`${name}, ${formatDay(cell.day)}`}
              fields={fields}
              place={{ row: at, column }}
            />
          )}
        </td>
      ))}
      <td className="py-2 pl-3 text-right leading-9 tabular-nums max-md:hidden">
        <Minutes value={row.cells.reduce((sum, cell) => sum + cell.minutes, 0)} />
      </td>
    </tr>
  );
}

function DayPicker({ days, shown, onShow }: { days: PlainDate[]; shown: number; onShow: (at: number) => void }) {
  return (
    <fieldset aria-label="Day" className="grid min-w-0 grid-cols-7 gap-1 md:hidden">
      {days.map((day, at) => (
        <button
          key={day}
          type="button"
          aria-pressed={at === shown}
          onClick={() => onShow(at)}
          className={cx(
            "min-h-11 rounded-md border text-sm",
            at === shown ? "border-primary font-semibold" : "border-border text-text-muted",
          )}
        >
          {weekdays[at]} <span className="block">{Number(day.slice(8))}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** Up, down and Enter go within the day; left and right at the ends of what is typed. Locked cells are skipped. */
function moveBetweenCells(event: KeyboardEvent<HTMLDivElement>) {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.dataset.cell === undefined) return;
  const [row = 0, column = 0] = input.dataset.cell.split(" ").map(Number);
  const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const atStart = isWhole || input.selectionEnd === 0;
  const atEnd = isWhole || input.selectionStart === input.value.length;
  const steps: Record<string, [number, number] | false> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [event.shiftKey ? -1 : 1, 0],
    ArrowLeft: atStart && [0, -1],
    ArrowRight: atEnd && [0, 1],
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const next = nextCell(event.currentTarget, [row, column], step);
  if (next) next.focus();
  else if (event.key === "Enter") input.blur();
}

function nextCell(grid: HTMLElement, [row, column]: [number, number], [down, right]: [number, number]) {
  const cells = [...grid.querySelectorAll<HTMLInputElement>("input[data-cell]")].filter((cell) => cell.offsetParent);
  for (let far = 1; far < 200; far++) {
    const wanted = `${row + down * far} ${column + right * far}`;
    const found = cells.find((cell) => cell.dataset.cell === wanted);
    if (found) return found;
  }
  return null;
}
