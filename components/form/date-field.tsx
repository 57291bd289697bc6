"use client";

import { cx } from "@/components/ui/cx";
import { controlClass } from "./control-class";
import { Field, type FieldProps, useField } from "./field";

/** A business day as `YYYY-MM-DD`, shown as the reader's own system writes dates. */
export function DateField({
  min,
  max,
  onLeave,
  ...props
}: FieldProps & { min?: string; max?: string; onLeave?: (day: string) => void }) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <input
        {...control}
        type="date"
        min={min}
        max={max}
        defaultValue={field.value}
        onBlur={onLeave ? (event) => onLeave(event.currentTarget.value) : undefined}
        className={cx(controlClass, "tabular-nums")}
      />
    </Field>
  );
}
