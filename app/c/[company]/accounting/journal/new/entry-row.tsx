"use client";

import type { KeyboardEvent } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { controlClass } from "@/components/form/control-class";
import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { MoneyInput } from "@/components/form/number-input";
import { NativeSelect, type Option } from "@/components/form/select-field";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { LinesForm, Part } from "./entry-grid";
import { type GridLine, placesOf } from "./grid-lines";

export const gridClass = "grid-cols-2 gap-2 md:grid-cols-[minmax(0,1.3fr)_8.5rem_8.5rem_minmax(0,1fr)_2.5rem]";

export function EntryRow(props: {
  form: UseFormReturn<LinesForm>;
  index: number;
  accounts: Option[];
  onKeyDown: (event: KeyboardEvent, part: Part) => void;
  onRemove: () => void;
}) {
  const { form, index, accounts, onKeyDown, onRemove } = props;
  const cell = useCells(form, index, onKeyDown);
  const say = (part: Part) =>
    `Line ${index + 1} ${{ accountId: "account", debit: "debit", credit: "credit", memo: "memo" }[part]}`;
  return (
    <li className="py-3">
      <div className={cx(gridClass, "grid items-start")}>
        <span className="col-span-2 md:col-span-1">
          <NativeSelect
            {...cell.of("accountId")}
            aria-label={say("accountId")}
            options={accounts}
            placeholder="Choose an account…"
          />
        </span>
        <MoneyInput
          {...tidied(form, cell.of("debit"))}
          aria-label={say("debit")}
          placeholder="Debit"
          className="md:placeholder:opacity-0"
        />
        <MoneyInput
          {...tidied(form, cell.of("credit"))}
          aria-label={say("credit")}
          placeholder="Credit"
          className="md:placeholder:opacity-0"
        />
        <span className="col-span-2 flex gap-2 md:contents">
          <input
            {...cell.of("memo")}
            aria-label={say("memo")}
            placeholder="Memo"
            autoComplete="off"
            className={cx(controlClass, "md:placeholder:opacity-0")}
          />
          <IconButton icon="trash" label={`Remove line ${index + 1}`} onClick={onRemove} />
        </span>
      </div>
      {cell.problems.map(([part, sentence]) => (
        <FieldError key={part} id={`${cell.idOf(part)}-error`}>
          {`Line ${index + 1}: ${sentence}`}
        </FieldError>
      ))}
    </li>
  );
}

/** Each cell has the id by which a refusal names its line and part, so the error summary leads to it. */
function useCells(
  form: UseFormReturn<LinesForm>,
  index: number,
  onKeyDown: (event: KeyboardEvent, part: Part) => void,
) {
  const { id: formId, state } = useFormContext();
  const lines = (useWatch({ control: form.control, name: "lines" }) ?? []) as GridLine[];
  const place = placesOf(lines)[index] ?? `blank-${index}`;
  const idOf = (part: Part) => fieldId(formId, `lines.${place}.${part}`);
  const errorOf = (part: Part) => state.fields[`lines.${place}.${part}`];
  const parts: Part[] = ["accountId", "debit", "credit", "memo"];
  return {
    idOf,
    problems: parts.flatMap((part): [Part, string][] => {
      const sentence = errorOf(part);
      return sentence ? [[part, sentence]] : [];
    }),
    of: <P extends Part>(part: P) => ({
      ...form.register(`lines.${index}.${part}` as `lines.${number}.${P}`),
      id: idOf(part),
      "aria-invalid": errorOf(part) ? (true as const) : undefined,
      "aria-describedby": errorOf(part) ? `${idOf(part)}-error` : undefined,
      onKeyDown: (event: KeyboardEvent) => onKeyDown(event, part),
    }),
  };
}

/** The tidied text reaches the form's state too: leaving the field counts as a change. */
function tidied<
  C extends { name: `lines.${number}.debit` | `lines.${number}.credit`; onBlur: (event: never) => unknown },
>(form: UseFormReturn<LinesForm>, control: C) {
  return {
    ...control,
    onBlur: (event: { target: { value: string } }) => {
      form.setValue(control.name, event.target.value);
      void control.onBlur(event as never);
    },
  };
}
