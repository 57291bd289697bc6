"use client";

import { cx } from "@/components/ui/cx";
import { controlClass } from "./control-class";
import { Field, type FieldProps, useField } from "./field";

/** A business day as `YYYY-MM-DD`, shown as the reader's own system writes dates. */
export function DateField({ min, max, ...props }: FieldProps & { min?: string; max?: string }) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <input
        {...control}
        type="date"
        min={min}
        max={max}
        defaultValue={field.value}
        className={cx(controlClass, "tabular-nums")}
      />
    </Field>
  );
}
