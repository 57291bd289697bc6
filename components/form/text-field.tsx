"use client";

import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { controlClass } from "./control-class";
import { Field, type FieldProps, useField } from "./field";

type TextKind = "text" | "email" | "password" | "tel" | "url" | "search";

export function TextField({
  type = "text",
  autoComplete,
  inputMode,
  placeholder,
  readOnly,
  spellCheck,
  ...props
}: FieldProps & { type?: TextKind } & Pick<
    ComponentProps<"input">,
    "autoComplete" | "inputMode" | "placeholder" | "readOnly" | "spellCheck"
  >) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <input
        {...control}
        type={type}
        defaultValue={type === "password" ? undefined : field.value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        placeholder={placeholder}
        readOnly={readOnly}
        spellCheck={spellCheck}
        className={controlClass}
      />
    </Field>
  );
}

/** Grows with its text where the browser can. */
export function TextArea({ rows = 3, ...props }: FieldProps & { rows?: number }) {
  const { field, control } = useField(props);
  return (
    <Field field={field} {...props}>
      <textarea
        {...control}
        rows={rows}
        defaultValue={field.value}
        className={cx(controlClass, "block field-sizing-content min-h-20 resize-y")}
      />
    </Field>
  );
}
