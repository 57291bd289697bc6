"use client";

import { createContext, type ReactNode, useContext } from "react";
import { cx } from "./cx";

const boxClass = "size-4 accent-primary pointer-coarse:size-5";

/** The box's own size is too small to hit; the label around it is the target. */
const targetClass = "-m-1 flex size-6 items-center justify-center pointer-coarse:-m-3 pointer-coarse:size-11";

const TickedRows = createContext<ReadonlySet<string>>(new Set());

/** The keys of the ticked rows, for what stands in the bar above a list. */
export function useTickedRows(): ReadonlySet<string> {
  return useContext(TickedRows);
}

/** The bar above a list: how many rows are ticked, said aloud, and what can be done with them. */
export function SelectionBar({
  ticked,
  onClear,
  children,
}: {
  ticked: ReadonlySet<string>;
  onClear: () => void;
  children?: ReactNode;
}) {
  const count = ticked.size;
  return (
    <div
      className={cx(
        "mb-2 flex min-h-10 flex-wrap items-center gap-x-3 gap-y-2 rounded-lg py-1 print:hidden",
        count > 0 && "bg-selected px-3",
      )}
    >
      <p role="status" className="text-sm text-text-muted tabular-nums">
        {count === 0 ? (
          "Tick rows to work on several at once."
        ) : (
          <strong className="font-semibold text-text">{count} selected</strong>
        )}
      </p>
      {count > 0 ? (
        <button
          type="button"
          onClick={onClear}
          className="min-h-6 rounded-sm text-sm font-medium text-link hover:underline pointer-coarse:min-h-11"
        >
          Clear
        </button>
      ) : null}
      {children ? (
        <div className="ml-auto flex flex-wrap gap-2">
          <TickedRows value={ticked}>{children}</TickedRows>
        </div>
      ) : null}
    </div>
  );
}

export function SelectAll({ count, of, onToggle }: { count: number; of: number; onToggle: (on: boolean) => void }) {
  const all = of > 0 && count === of;
  return (
    <label className={targetClass}>
      <span className="reader-only">Select page</span>
      <input
        type="checkbox"
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !all;
        }}
        onChange={(event) => onToggle(event.currentTarget.checked)}
        className={boxClass}
      />
    </label>
  );
}

/** With Shift held, everything between this row and the one ticked before it follows. */
export function SelectRow({
  selectable,
  value,
  label,
  checked,
  onToggle,
}: {
  selectable: { name: string; form?: string };
  value: string;
  label: string;
  checked: boolean;
  onToggle: (event: unknown) => void;
}) {
  return (
    <label className={targetClass}>
      <span className="reader-only">Select {label}</span>
      <input
        type="checkbox"
        name={selectable.name}
        form={selectable.form}
        value={value}
        checked={checked}
        onChange={onToggle}
        className={boxClass}
      />
    </label>
  );
}
