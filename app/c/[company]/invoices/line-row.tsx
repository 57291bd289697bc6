"use client";

import type { KeyboardEvent } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { controlClass } from "@/components/form/control-class";
import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { DiscountInput, MoneyInput, QuantityInput } from "@/components/form/number-input";
import { NativeSelect } from "@/components/form/select-field";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { decimalOfCents, formatCents } from "@/lib/kernel/decimal-text";
import { type CatalogChoice, previewTotals, taxIsTyped } from "./composer-lines";
import type { LinesForm } from "./line-grid";

type LineRowProps = {
  form: UseFormReturn<LinesForm>;
  index: number;
  items: CatalogChoice[];
  untaxed?: boolean | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onRemove: () => void;
};

export function LineRow({ form, index, items, untaxed, onKeyDown, onRemove }: LineRowProps) {
  const { id: formId, state } = useFormContext();
  const name = `lines.${index}` as const;
  const [line, taxPercent] = useWatch({ control: form.control, name: [name, "taxPercent"] });
  const totals = line ? previewTotals([line], taxPercent) : null;
  const problems = Object.entries(state.fields).filter(([key]) => key.startsWith(`${name}.`));
  const idOf = (part: string) => fieldId(formId, `${name}.${part}`);
  const wrong = (part: string) => (state.fields[`${name}.${part}`] ? true : undefined);
  return (
    <li onKeyDown={onKeyDown} className="py-3">
      {problems.map(([key, sentence]) => (
        <FieldError key={key} id={`${idOf(key)}-error`}>
          {`Line ${index + 1}: ${sentence}`}
        </FieldError>
      ))}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.75rem] items-start gap-2 md:grid-cols-[minmax(0,1fr)_6rem_8rem_4rem_7rem_2.5rem]">
        <div className="col-span-3 space-y-1.5 md:col-span-1">
          <textarea
            rows={1}
            {...form.register(`${name}.description`)}
            id={idOf("description")}
            aria-label={`Line ${index + 1} description`}
            aria-invalid={wrong("description")}
            placeholder="Describe the work"
            className={cx(controlClass, "field-sizing-content resize-none")}
          />
          <div className="flex flex-wrap gap-1.5">
            <ItemPicker form={form} index={index} items={items} />
            <span className="block w-32">
              <DiscountInput
                {...registered(form, `${name}.discount`)}
                id={idOf("discount")}
                aria-label={`Line ${index + 1} discount`}
                aria-invalid={wrong("discount")}
                placeholder="Discount"
              />
            </span>
          </div>
          {line?.timeText ? <p className="text-sm text-text-muted">{line.timeText}</p> : null}
        </div>
        <QuantityInput
          {...registered(form, `${name}.quantity`)}
          id={idOf("quantity")}
          aria-label={`Line ${index + 1} quantity`}
          aria-invalid={wrong("quantity")}
        />
        <MoneyInput
          {...registered(form, `${name}.unitPrice`)}
          id={idOf("unitPrice")}
          aria-label={`Line ${index + 1} price`}
          aria-invalid={wrong("unitPrice")}
        />
        <span className="order-last flex min-h-9 items-center gap-2 md:order-none md:justify-center">
          {untaxed ? null : (
            <>
              <input
                type="checkbox"
                {...form.register(`${name}.isTaxable`)}
                aria-label={`Line ${index + 1} taxable`}
                className="size-4 accent-primary"
              />
              <span className="text-sm text-text-muted md:hidden">Taxable</span>
            </>
          )}
        </span>
        <output className="order-last self-center text-right tabular-nums md:order-none md:self-start md:leading-9">
          {totals ? formatCents(totals.subtotalCents) : "–"}
        </output>
        <IconButton icon="trash" label={`Remove line ${index + 1}`} onClick={onRemove} />
      </div>
      {line?.isTaxable && !untaxed && taxIsTyped(taxPercent) ? (
        <div className="mt-1.5 flex items-center justify-end gap-2 md:pr-12">
          <label htmlFor={idOf("tax")} className="text-sm text-text-muted">
            Tax of this line
          </label>
          <span className="w-32">
            <MoneyInput
              {...registered(form, `${name}.tax`)}
              id={idOf("tax")}
              aria-label={`Line ${index + 1} tax`}
              aria-invalid={wrong("tax")}
              placeholder="0.00"
            />
          </span>
        </div>
      ) : null}
    </li>
  );
}

/** Takes name, price and tax from the catalog; all of them may still be changed on the line. */
function ItemPicker({ form, index, items }: Pick<LineRowProps, "form" | "index" | "items">) {
  if (items.length === 0) return null;
  const name = `lines.${index}` as const;
  const field = form.register(`${name}.itemId`, {
    onChange: (event: { target: { value: string } }) => {
      const item = items.find((choice) => choice.id === event.target.value);
      if (!item) return;
      form.setValue(`${name}.description`, [item.name, item.description].filter(Boolean).join("\n"));
      form.setValue(`${name}.isTaxable`, item.isTaxable);
      if (item.unitPriceCents !== null) form.setValue(`${name}.unitPrice`, decimalOfCents(item.unitPriceCents));
    },
  });
  return (
    <span className="block max-w-64">
      <NativeSelect
        {...field}
        aria-label={`Line ${index + 1} service`}
        placeholder="No service"
        options={items.map((item) => ({ value: item.id, label: item.name }))}
      />
    </span>
  );
}

/** The tidied text reaches the form's state too: leaving the field counts as a change. */
function registered(
  form: UseFormReturn<LinesForm>,
  name: `lines.${number}.${"quantity" | "unitPrice" | "discount" | "tax"}`,
) {
  const { onBlur, ...field } = form.register(name);
  return {
    ...field,
    onBlur: (event: { target: { value: string } }) => {
      form.setValue(name, event.target.value);
      void onBlur(event as never);
    },
  };
}
