"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { type FieldState, useFieldState } from "./form-context";

export type FieldProps = {
  name: string;
  label: string;
  defaultValue?: string;
  hint?: ReactNode;
  optional?: boolean;
  autoFocus?: boolean;
  /** For the place on the grid and the width, such as `max-w-40`. */
  className?: string;
};

/** What a control must carry to be tied to its label, its hint and its error. */
export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
  autoFocus: boolean | undefined;
};

export function useField({ name, defaultValue, hint, optional, autoFocus }: FieldProps): {
  field: FieldState;
  control: ControlProps;
} {
  const field = useFieldState(name, defaultValue);
  const described = [hint ? field.hintId : null, field.error ? field.errorId : null].filter(Boolean).join(" ");
  return {
    field,
    control: {
      id: field.id,
      name,
      "aria-describedby": described || undefined,
      "aria-invalid": field.error ? true : undefined,
      "aria-required": optional ? undefined : true,
      autoFocus,
    },
  };
}

/** Label, control, and below it error and hint, so that fields in a row stay level whatever is said about them. */
export function Field({
  field,
  label,
  hint,
  optional,
  className,
  children,
}: Pick<FieldProps, "label" | "hint" | "optional" | "className"> & { field: FieldState; children: ReactNode }) {
  return (
    <div className={cx("min-w-0", className)}>
      <label htmlFor={field.id} className="mb-1 inline-block font-medium">
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      {children}
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
      {hint ? <FieldHint id={field.hintId}>{hint}</FieldHint> : null}
    </div>
  );
}

export function OptionalMark() {
  return <span className="font-normal text-text-muted"> (optional)</span>;
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1.5 text-sm text-pretty text-text-muted">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="mt-1.5 flex gap-1.5 text-sm font-medium text-danger-fg">
      <Icon name="circle-alert" className="mt-0.5 size-4" />
      <span>
        <span className="reader-only">Error: </span>
        {children}
      </span>
    </p>
  );
}
