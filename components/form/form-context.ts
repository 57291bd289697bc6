"use client";

import { createContext, useContext, useId } from "react";
import { type FormState, idleForm } from "@/lib/kernel/form-state";

export type FormContextValue = {
  id: string;
  state: FormState;
  pending: boolean;
  initial: Readonly<Record<string, string>>;
  /** Grows when the form starts anew, for fields that keep state of their own. */
  round: number;
  /** A field that changes without an input event says so here. */
  touch: () => void;
};

const outside: FormContextValue = {
  id: "",
  state: idleForm,
  pending: false,
  initial: {},
  round: 0,
  touch: () => {},
};

export const FormContext = createContext<FormContextValue>(outside);

export function useFormContext(): FormContextValue {
  return useContext(FormContext);
}

export type FieldState = {
  id: string;
  hintId: string;
  errorId: string;
  error: string | undefined;
  /** What was typed before the refusal, else where the field starts. */
  value: string;
};

export function useFieldState(name: string, defaultValue: string | undefined): FieldState {
  const form = useFormContext();
  const own = useId();
  const id = fieldId(form.id || own, name);
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error: form.state.fields[fieldKey(name)],
    value: typedValue(form.state, name) ?? defaultValue ?? form.initial[name] ?? "",
  };
}

/** Null unless the form came back: then what was sent, even if it was nothing. */
export function typedValues(state: FormState, name: string): string[] | null {
  if (!isReturned(state)) return null;
  return state.values[fieldKey(name)] ?? [];
}

export function isReturned(state: FormState): boolean {
  return state.status === "refused" || state.status === "conflict";
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${fieldKey(name)}`;
}

/** A list is posted as `name[]` and answered as `name`. */
function fieldKey(name: string): string {
  return name.replace(/\[\]$/, "");
}

function typedValue(state: FormState, name: string): string | undefined {
  return isReturned(state) ? state.values[fieldKey(name)]?.[0] : undefined;
}
