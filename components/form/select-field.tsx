"use client";

import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { controlClass } from "./control-class";
import { Field, type FieldProps, useField } from "./field";

export type Option = { value: string; label: string; group?: string };

/** The browser's own list of choices, drawn as our other inputs. */
export function NativeSelect({
  options,
  placeholder,
  className,
  ...rest
}: { options: Option[]; placeholder?: string } & ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select className={cx(controlClass, "appearance-none truncate pr-9", className)} {...rest}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        <Options options={options} />
      </select>
      <Icon
        name="chevrons-up-down"
        className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-text-subtle"
      />
    </span>
  );
}

function Options({ options }: { options: Option[] }) {
  const groups = [...new Set(options.map((option) => option.group ?? ""))];
  return groups.map((group) => {
    const drawn = options
      .filter((option) => (option.group ?? "") === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
    return group === "" ? (
      drawn
    ) : (
      <optgroup key={group} label={group}>
        {drawn}
      </optgroup>
    );
  });
}

export function SelectField({
  options,
  placeholder,
  onValueChange,
  ...props
}: FieldProps & { options: Option[]; placeholder?: string; onValueChange?: (value: string) => void }) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      {/* React doesn't carry a new default to a select that stands already; the key makes it a new one. */}
      <NativeSelect
        key={field.value}
        {...control}
        options={options}
        placeholder={placeholder}
        defaultValue={field.value}
        onChange={onValueChange ? (event) => onValueChange(event.currentTarget.value) : undefined}
      />
    </Field>
  );
}
