"use client";

import { type ReactNode, useState } from "react";
import { FieldError } from "@/components/form/field";
import { typedValues, useFormContext } from "@/components/form/form-context";
import { DurationInput } from "@/components/form/number-input";
import { NativeSelect, type Option } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { formatMinutes, parseMinutes } from "@/lib/kernel/decimal-text";

export type SplitRow = { itemId: string; minutes: string };

/**
 * The services beside the first. Their minutes are part of the whole time, which stands in `children`; what they leave
 * is the first service's, and said as they are typed. Without them the form is as simple as if there were none.
 */
export function ServiceSplit({
  services,
  rows: start,
  total,
  children,
}: {
  services: Option[];
  rows: SplitRow[];
  /** The whole time as the form starts with it. */
  total: string;
  children: ReactNode;
}) {
  const { state, touch } = useFormContext();
  const [rows, setRows] = useState<SplitRow[]>(() => rowsOf(typedValues(state, "moreServices")?.[0]) ?? start);
  const [whole, setWhole] = useState(typedValues(state, "durationMinutes")?.[0] ?? total);
  const errors = Object.entries(state.fields).filter(([key]) => key.startsWith("moreServices"));
  const change = (next: SplitRow[]) => {
    setRows(next);
    touch();
  };
  const put = (at: number, part: Partial<SplitRow>) =>
    change(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div
      className="space-y-5"
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === "durationMinutes") setWhole(target.value);
      }}
    >
      {children}
      <input type="hidden" name="moreServices" value={JSON.stringify(rows)} />
      <fieldset className="min-w-0 space-y-2">
        {rows.length > 0 ? <legend className="mb-1 font-medium">Other services in this time</legend> : null}
        {errors.map(([key, sentence]) => (
          <FieldError key={key} id={`split-${key}`}>
            {sentence}
          </FieldError>
        ))}
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and their inputs are controlled
          <div key={at} className="grid grid-cols-[minmax(0,1fr)_7rem_2.75rem] items-center gap-2">
            <NativeSelect
              aria-label={`Service ${at + 2}`}
              options={services}
              placeholder="No service"
              value={row.itemId}
              onChange={(event) => put(at, { itemId: event.currentTarget.value })}
            />
            <DurationInput
              aria-label={`Time of service ${at + 2}`}
              value={row.minutes}
              placeholder="0:30"
              onChange={(event) => put(at, { minutes: event.currentTarget.value })}
              onBlur={(event) => put(at, { minutes: event.currentTarget.value })}
            />
            <IconButton
              icon="trash"
              label={`Remove service ${at + 2}`}
              onClick={() => change(rows.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {rows.length < 19 ? (
            <Button variant="ghost" icon="plus" onClick={() => change([...rows, { itemId: "", minutes: "" }])}>
              Add service
            </Button>
          ) : null}
          {rows.length > 0 ? (
            <p role="status" className="text-sm text-text-muted tabular-nums">
              {remainderWords(whole, rows)}
            </p>
          ) : null}
        </div>
      </fieldset>
    </div>
  );
}

function remainderWords(whole: string, rows: SplitRow[]): string {
  const total = parseMinutes(whole);
  if (!total.ok) return "Enter the whole time above.";
  const rest = rows.reduce((left, row) => {
    const minutes = parseMinutes(row.minutes);
    return left - (minutes.ok ? minutes.value : 0);
  }, total.value);
  if (rest < 1) return "The other services take all of the time.";
  return `${formatMinutes(rest)} of ${formatMinutes(total.value)} remain for the first service.`;
}

function rowsOf(json: string | undefined): SplitRow[] | null {
  return json ? (JSON.parse(json) as SplitRow[]) : null;
}
