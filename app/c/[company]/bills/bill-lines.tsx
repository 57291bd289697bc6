"use client";

import { useState } from "react";
import { controlClass } from "@/components/form/control-class";
import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { MoneyInput, QuantityInput } from "@/components/form/number-input";
import { NativeSelect, type Option } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { formatDollars, parseMoney, parseQuantity } from "@/lib/kernel/decimal-text";
import { lineSubtotal } from "@/lib/kernel/money";

export type TypedLine = {
  description: string;
  quantity: string;
  unitPrice: string;
  accountId: string;
  projectId: string;
};
type Kept = TypedLine & { key: number };
type Part = keyof TypedLine;

const words: Record<Part, string> = {
  description: "description",
  quantity: "quantity",
  unitPrice: "price",
  accountId: "account",
  projectId: "project",
};

/** Heads and fields alike; on phones two beside each other. */
const columns = "gap-2 md:gap-x-3 md:grid-cols-[minmax(0,1.4fr)_5rem_8rem_minmax(0,1fr)_minmax(0,1fr)_2.5rem]";

/** The lines of a bill as they are typed; they travel as one field. */
export function BillLines({
  lines,
  accounts,
  projects,
}: {
  lines: TypedLine[];
  accounts: Option[];
  projects: Option[];
}) {
  const { id: formId, state, touch } = useFormContext();
  const blank: TypedLine = {
    description: "",
    quantity: "1",
    unitPrice: "",
    accountId: accounts[0]?.value ?? "",
    projectId: "",
  };
  const [rows, setRows] = useState<Kept[]>(() =>
    (lines.length > 0 ? lines : [blank]).map((line, key) => ({ ...line, key })),
  );
  const sent = rows.filter((row) => row.description.trim() !== "" || row.unitPrice.trim() !== "");
  const change = (key: number, part: Part, text: string) => {
    setRows((all) => all.map((row) => (row.key === key ? { ...row, [part]: text } : row)));
    touch();
  };
  const add = () => setRows((all) => [...all, { ...blank, key: Math.max(-1, ...all.map((row) => row.key)) + 1 }]);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium">Lines</legend>
      <input type="hidden" name="lines" value={JSON.stringify(sent.map(({ key: _, ...line }) => line))} />
      <div className={`hidden border-b border-border pb-1.5 text-xs font-medium text-text-muted md:grid ${columns}`}>
        <span>Description</span>
        <span className="text-right">Quantity</span>
        <span className="text-right">Price</span>
        <span>Account</span>
        <span>Project</span>
        <span />
      </div>
      <ol className="divide-y divide-border border-b border-border max-md:border-t">
        {rows.map((row, index) => (
          <BillLine
            key={row.key}
            row={row}
            index={index}
            place={sent.indexOf(row)}
            accounts={accounts}
            projects={projects}
            onChange={(part, text) => change(row.key, part, text)}
            onRemove={() => setRows((all) => all.filter((other) => other.key !== row.key))}
          />
        ))}
      </ol>
      {state.fields.lines ? (
        <FieldError id={`${fieldId(formId, "lines")}-error`}>{state.fields.lines}</FieldError>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <Button id={fieldId(formId, "lines")} icon="plus" variant="ghost" onClick={add}>
          Add line
        </Button>
        <p role="status" className="font-medium tabular-nums">
          {`Subtotal ${formatDollars(rows.reduce((sum, row) => sum + amountOf(row), 0))}`}
        </p>
      </div>
    </fieldset>
  );
}

function BillLine(props: {
  row: Kept;
  index: number;
  place: number;
  accounts: Option[];
  projects: Option[];
  onChange: (part: Part, text: string) => void;
  onRemove: () => void;
}) {
  const { row, index, place, accounts, projects, onChange, onRemove } = props;
  const { id: formId, state } = useFormContext();
  const of = (part: Part) => {
    const id = fieldId(formId, `lines.${place < 0 ? `blank-${index}` : place}.${part}`);
    const error = state.fields[`lines.${place}.${part}`];
    return {
      id,
      "aria-label": `Line ${index + 1} ${words[part]}`,
      "aria-invalid": error ? (true as const) : undefined,
      "aria-describedby": error ? `${id}-error` : undefined,
    };
  };
  const problems = (Object.keys(words) as Part[]).flatMap((part) => {
    const sentence = state.fields[`lines.${place}.${part}`];
    return sentence ? [{ part, sentence, id: `${of(part).id}-error` }] : [];
  });
  return (
    <li className="py-3">
      <div className={`grid grid-cols-2 items-start ${columns}`}>
        <input
          {...of("description")}
          value={row.description}
          onChange={(event) => onChange("description", event.target.value)}
          placeholder="Description"
          autoComplete="off"
          className={`${controlClass} col-span-2 md:col-span-1`}
        />
        <QuantityInput
          {...of("quantity")}
          value={row.quantity}
          onChange={(event) => onChange("quantity", event.target.value)}
          placeholder="Quantity"
        />
        <MoneyInput
          {...of("unitPrice")}
          value={row.unitPrice}
          onChange={(event) => onChange("unitPrice", event.target.value)}
          placeholder="Price"
        />
        <NativeSelect
          {...of("accountId")}
          value={row.accountId}
          onChange={(event) => onChange("accountId", event.target.value)}
          options={accounts}
          placeholder="Account"
        />
        <NativeSelect
          {...of("projectId")}
          value={row.projectId}
          onChange={(event) => onChange("projectId", event.target.value)}
          options={projects}
          placeholder="No project"
        />
        <IconButton icon="trash" label={`Remove line ${index + 1}`} onClick={onRemove} />
      </div>
      {problems.map(({ part, sentence, id }) => (
        <FieldError key={part} id={id}>{`Line ${index + 1}: ${sentence}`}</FieldError>
      ))}
    </li>
  );
}

/** What can't be read as an amount counts as nothing until it can. */
function amountOf(row: TypedLine): number {
  const [quantity, price] = [parseQuantity(row.quantity), parseMoney(row.unitPrice)];
  return quantity.ok && price.ok ? lineSubtotal(quantity.value, price.value) : 0;
}
