"use client";

import { Field, type FieldProps, useField } from "./field";
import { DurationInput, MoneyInput, PercentInput, QuantityInput } from "./number-input";

/** Dollars and cents as text, `1,234.56`; the server parses it, no float ever holds it. */
export function MoneyField({
  onValueChange,
  most,
  ...props
}: FieldProps & {
  onValueChange?: (value: string) => void;
  /** In cents: with more than that nothing is asked to be confirmed. */
  most?: number;
}) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <MoneyInput
        {...control}
        data-most={most}
        defaultValue={field.value}
        onChange={onValueChange ? (event) => onValueChange(event.currentTarget.value) : undefined}
      />
    </Field>
  );
}

export function QuantityField(props: FieldProps) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <QuantityInput {...control} defaultValue={field.value} />
    </Field>
  );
}

export function PercentField(props: FieldProps) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <PercentInput {...control} defaultValue={field.value} />
    </Field>
  );
}

export function DurationField({ hint = "Such as 1:30, 1.5 or 90m.", ...rest }: FieldProps) {
  const props = { hint, ...rest };
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <DurationInput {...control} defaultValue={field.value} />
    </Field>
  );
}
