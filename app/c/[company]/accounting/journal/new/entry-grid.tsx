"use client";

import type { KeyboardEvent } from "react";
import { type Control, useFieldArray, useForm, useWatch } from "react-hook-form";
import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import type { Option } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { formatCents, formatDollars } from "@/lib/kernel/decimal-text";
import { EntryRow, gridClass } from "./entry-row";
import { balancing, emptyLine, type GridLine, placesOf, sentLines, totalsOf } from "./grid-lines";

export type LinesForm = { lines: GridLine[] };
export type Part = keyof GridLine;

const start: GridLine[] = [emptyLine, emptyLine];

/** Debits against credits, by keyboard alone if one likes. Posting is never barred here: the refusal says what is missing. */
export function EntryGrid({ accounts }: { accounts: Option[] }) {
  const { id: formId, state } = useFormContext();
  const { form, fields, keys, add, drop } = useGrid();
  const error = state.fields.lines;
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${fieldId(formId, "lines")}-error` : undefined}>
      <legend className="mb-2 font-medium">Lines</legend>
      <div
        className={cx(gridClass, "hidden border-b border-border pb-1.5 text-xs font-medium text-text-muted md:grid")}
      >
        <span>Account</span>
        <span className="text-right">Debit, USD</span>
        <span className="text-right">Credit, USD</span>
        <span className="pl-3">Memo</span>
        <span />
      </div>
      <ol className="divide-y divide-border">
        {fields.map((field, index) => (
          <EntryRow
            key={field.id}
            form={form}
            index={index}
            accounts={accounts}
            onKeyDown={(event, part) => keys(event, index, part)}
            onRemove={() => drop(index, "accountId")}
          />
        ))}
      </ol>
      {error ? <FieldError id={`${fieldId(formId, "lines")}-error`}>{error}</FieldError> : null}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Button id={fieldId(formId, "lines")} icon="plus" variant="ghost" onClick={() => add("accountId")}>
          Add line
        </Button>
        <p className="text-sm text-text-muted max-md:hidden">
          <Kbd>Enter</Kbd> next line · <Kbd>=</Kbd> fill in what balances · <Kbd>Ctrl</Kbd> <Kbd>Delete</Kbd> remove
        </p>
      </div>
      <Totals control={form.control} />
    </fieldset>
  );
}

/** The lines with their keys: Enter goes on to the next, making it if need be; `=` balances; Ctrl+Delete removes. */
function useGrid() {
  const { touch } = useFormContext();
  const form = useForm<LinesForm>({ defaultValues: { lines: start } });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "lines" });

  function focus(index: number, part: Part) {
    requestAnimationFrame(() => form.setFocus(`lines.${index}.${part}`));
  }
  function add(part: Part) {
    append(emptyLine, { shouldFocus: false });
    touch();
    focus(fields.length, part);
  }
  function drop(index: number, part: Part) {
    remove(index);
    if (fields.length === 1) append(emptyLine, { shouldFocus: false });
    touch();
    focus(Math.min(index, Math.max(fields.length - 2, 0)), part);
  }
  function keys(event: KeyboardEvent, index: number, part: Part) {
    const isAmount = part === "debit" || part === "credit";
    if (event.key === "Enter" && part !== "accountId" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (index + 1 < fields.length) focus(index + 1, isAmount ? "accountId" : part);
      else add("accountId");
    } else if (event.key === "=" && isAmount) {
      event.preventDefault();
      const amounts = balancing(form.getValues("lines"), index);
      form.setValue(`lines.${index}.debit`, amounts.debit);
      form.setValue(`lines.${index}.credit`, amounts.credit);
      touch();
    } else if (event.key === "Delete" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      drop(index, part);
    }
  }
  return { form, fields, keys, add, drop };
}

function Totals({ control }: { control: Control<LinesForm> }) {
  const lines = (useWatch({ control, name: "lines" }) ?? []) as GridLine[];
  const { debitCents, creditCents, differenceCents } = totalsOf(lines);
  const filled = placesOf(lines).some((place) => place !== null);
  const more = differenceCents > 0 ? "Debits" : "Credits";
  return (
    <div className="mt-3 border-t border-border-strong pt-3 tabular-nums">
      <input type="hidden" name="lines" value={sentLines(lines)} />
      <dl className={cx(gridClass, "grid font-semibold")}>
        <dt className="max-md:col-span-2">Total</dt>
        <dd className="text-right">
          <span className="font-normal text-text-muted md:hidden">Debit </span>
          {formatCents(debitCents)}
        </dd>
        <dd className="text-right">
          <span className="font-normal text-text-muted md:hidden">Credit </span>
          {formatCents(creditCents)}
        </dd>
      </dl>
      <p role="status" className={cx("mt-1.5", differenceCents === 0 ? "text-success-fg" : "text-danger-fg")}>
        {differenceCents !== 0
          ? `${more} are ${formatDollars(Math.abs(differenceCents))} more.`
          : filled && debitCents > 0
            ? "Balanced."
            : null}
      </p>
    </div>
  );
}
