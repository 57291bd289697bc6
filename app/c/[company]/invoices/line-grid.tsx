"use client";

import { type KeyboardEvent, useRef } from "react";
import { type Control, useFieldArray, useForm, useWatch } from "react-hook-form";
import { useFormContext } from "@/components/form/form-context";
import { Button } from "@/components/ui/button";
import {
  type CatalogChoice,
  type ComposerLine,
  emptyLine,
  previewTotals,
  sentLines,
  taxesNothing,
} from "./composer-lines";
import { DepositRows } from "./deposit-rows";
import { LineRow } from "./line-row";
import { TotalsPanel } from "./totals-panel";

export type LinesForm = { lines: ComposerLine[]; taxPercent: string; discount: string; deposit: string };

/**
 * The lines of the paper. Enter in a line's price goes to the next one, making it if need be; Alt with the arrows
 * moves a line. Blank lines are not sent.
 */
export function LineGrid(props: {
  lines: ComposerLine[];
  items: CatalogChoice[];
  taxPercent: string;
  discount: string;
  /** Where a deposit may be asked for. */
  deposit?: string;
  /** What is held and not earned yet has no tax. */
  untaxed?: boolean;
}) {
  const { touch } = useFormContext();
  const form = useForm<LinesForm>({
    defaultValues: {
      lines: props.lines.length > 0 ? props.lines : [emptyLine],
      taxPercent: props.taxPercent,
      discount: props.discount,
      deposit: props.deposit ?? "",
    },
  });
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "lines" });
  const grid = useRef<HTMLDivElement>(null);

  function add() {
    append(emptyLine, { focusName: `lines.${fields.length}.description` });
    touch();
  }
  function onKeyDown(event: KeyboardEvent, index: number) {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step !== undefined) {
      event.preventDefault();
      const to = index + step;
      if (to < 0 || to >= fields.length) return;
      move(index, to);
      touch();
      requestAnimationFrame(() => form.setFocus(`lines.${to}.description`));
      return;
    }
    const isInput = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (event.key !== "Enter" || !isInput) return;
    event.preventDefault();
    if (index + 1 < fields.length) form.setFocus(`lines.${index + 1}.description`);
    else add();
  }

  return (
    <div ref={grid} className="space-y-4">
      <fieldset className="min-w-0">
        <legend className="mb-2 font-medium">Lines</legend>
        <div className="hidden grid-cols-[minmax(0,1fr)_6rem_8rem_4rem_7rem_2.5rem] gap-2 border-b border-border pb-1.5 text-xs font-medium text-text-muted md:grid">
          <span>Description</span>
          <span className="text-right">Quantity</span>
          <span className="text-right">Price</span>
          <span className="text-center">{props.untaxed ? "" : "Tax"}</span>
          <span className="text-right">Amount</span>
          <span />
        </div>
        <ol className="divide-y divide-border">
          {fields.map((field, index) => (
            <LineRow
              key={field.id}
              form={form}
              index={index}
              items={props.items}
              untaxed={props.untaxed}
              onKeyDown={(event) => onKeyDown(event, index)}
              onRemove={() => {
                remove(index);
                touch();
              }}
            />
          ))}
        </ol>
        <Button icon="plus" variant="ghost" onClick={add} className="mt-2">
          Add line
        </Button>
      </fieldset>
      <Totals
        control={form.control}
        asksDeposit={props.deposit !== undefined}
        untaxed={props.untaxed}
        onTaxAll={() => {
          for (const index of fields.keys()) form.setValue(`lines.${index}.isTaxable`, true);
          touch();
        }}
      />
    </div>
  );
}

type TotalsProps = {
  control: Control<LinesForm>;
  asksDeposit: boolean;
  untaxed?: boolean | undefined;
  onTaxAll: () => void;
};

function Totals({ control, asksDeposit, untaxed, onTaxAll }: TotalsProps) {
  const { lines, taxPercent, discount } = useWatch({ control });
  const asTyped = (lines ?? []) as ComposerLine[];
  const typed = untaxed ? asTyped.map((line) => ({ ...line, isTaxable: false, tax: "" })) : asTyped;
  const totals = previewTotals(typed, taxPercent ?? "0", discount);
  return (
    <>
      <input type="hidden" name="lines" value={sentLines(typed)} />
      <TotalsPanel
        control={control}
        totals={totals}
        untaxed={untaxed}
        taxNote={
          !untaxed && taxesNothing(asTyped, taxPercent ?? "0") ? (
            <>
              No line is taxable, so there is no tax.{" "}
              <button type="button" onClick={onTaxAll} className="font-medium underline underline-offset-2">
                Tax all lines
              </button>
            </>
          ) : null
        }
      >
        {asksDeposit ? <DepositRows control={control} totals={totals} /> : null}
      </TotalsPanel>
    </>
  );
}
