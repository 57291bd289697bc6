"use client";

import { controlClass } from "@/components/form/control-class";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/text-link";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import type { FormAction } from "@/lib/kernel/form-state";
import type { SheetCell } from "@/lib/time/week-sheet";
import { useCell } from "./use-cell";

/** A cell that can be typed into. Its refusal stands below it until it is mended or taken back with Escape. */
export function TypedCell({
  action,
  cell,
  label,
  fields,
  place,
}: {
  action: FormAction;
  cell: SheetCell;
  label: string;
  fields: Record<string, string>;
  place: { row: number; column: number };
}) {
  const saved = cell.minutes > 0 ? formatMinutes(cell.minutes) : "";
  const own = {
    ...fields,
    workedOn: cell.day,
    timeEntryId: cell.entryId ?? "",
    revision: String(cell.revision ?? 0),
  };
  const { value, isTyped, pending, refusal, type, leave, revert } = useCell({ action, saved, fields: own });
  const errorId = `cell-${place.row}-${place.column}-error`;
  return (
    <>
      <input
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={refusal ? true : undefined}
        aria-describedby={refusal ? errorId : undefined}
        aria-busy={pending}
        title={cell.note || undefined}
        readOnly={pending}
        data-cell={`${place.row} ${place.column}`}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isTyped) revert();
        }}
        className={cx(controlClass, "px-2 text-right tabular-nums", pending && "opacity-60")}
      />
      {refusal ? (
        <p id={errorId} role="alert" className="mt-1 text-sm text-danger-fg">
          {refusal}
        </p>
      ) : null}
    </>
  );
}

/** What can't be typed over, as text, with why, and a way to it. */
export function LockedCell({ cell, href }: { cell: SheetCell; href: string }) {
  return (
    <span className="block px-2 py-1 text-right tabular-nums" title={cell.note || undefined}>
      <TextLink href={href}>{formatMinutes(cell.minutes)}</TextLink>
      <span className="block text-xs text-text-muted">{cell.reason}</span>
    </span>
  );
}
