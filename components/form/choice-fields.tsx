"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from "./field";
import { typedValues, useFormContext } from "./form-context";

const boxClass = "size-4 shrink-0 accent-primary pointer-coarse:size-5";
const rowClass = "flex w-fit items-start gap-2.5 py-1.5 pointer-coarse:py-3";

/** One yes or no. Sends `value`, or `on`, when ticked and nothing otherwise. */
export function CheckboxField({
  defaultChecked,
  value = "on",
  ...props
}: Omit<FieldProps, "defaultValue" | "optional"> & { defaultChecked?: boolean; value?: string }) {
  const { field, control } = useField({ ...props, optional: true });
  const typed = typedValues(useFormContext().state, props.name);
  const checked = typed ? typed.includes(value) : defaultChecked;
  return (
    <div className={cx("min-w-0", props.className)}>
      <label htmlFor={field.id} className={rowClass}>
        <input
          {...control}
          key={String(checked)}
          type="checkbox"
          value={value}
          defaultChecked={checked}
          className={cx(boxClass, "mt-0.5")}
        />
        <span>
          <span className="font-medium">{props.label}</span>
          {props.hint ? (
            <span id={field.hintId} className="block text-sm text-pretty text-text-muted">
              {props.hint}
            </span>
          ) : null}
        </span>
      </label>
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
    </div>
  );
}

export type Choice = { value: string; label: string; hint?: ReactNode };

/** A few choices, all in sight. The first carries the field's id, so that the error summary leads to it. */
export function RadioGroup({ options, inline, ...props }: FieldProps & { options: Choice[]; inline?: boolean }) {
  const { field, control } = useField(props);
  return (
    <fieldset
      className={cx("min-w-0", props.className)}
      aria-describedby={control["aria-describedby"]}
      aria-invalid={control["aria-invalid"]}
    >
      <legend className="mb-1 font-medium">
        {props.label}
        {props.optional ? <OptionalMark /> : null}
      </legend>
      <div key={field.value} className={cx(inline && "flex flex-wrap gap-x-6")}>
        {options.map((option, index) => (
          <RadioOption
            key={option.value}
            id={index === 0 ? field.id : `${field.id}-${option.value}`}
            name={props.name}
            option={option}
            checked={option.value === field.value}
          />
        ))}
      </div>
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
      {props.hint ? <FieldHint id={field.hintId}>{props.hint}</FieldHint> : null}
    </fieldset>
  );
}

function RadioOption({ id, name, option, checked }: { id: string; name: string; option: Choice; checked: boolean }) {
  const hintId = `${id}-about`;
  return (
    <label htmlFor={id} className={rowClass}>
      <input
        id={id}
        type="radio"
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={option.hint ? hintId : undefined}
        className={cx(boxClass, "mt-0.5")}
      />
      <span>
        {option.label}
        {option.hint ? (
          <span id={hintId} className="block text-sm text-pretty text-text-muted">
            {option.hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
