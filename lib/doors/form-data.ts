import type { z } from "zod";
import { type FormState, idleForm } from "@/lib/kernel/form-state";
import { Refusal, sentences } from "@/lib/kernel/refusal";

/** What a form sent: `name[]` fields are lists, the others the last value. Files are not text and are left out. */
export type FormInput = Record<string, string | string[]>;

export function inputOf(formData: FormData): FormInput {
  const input: FormInput = Object.create(null);
  const lists = new Map<string, string[]>();
  for (const [name, value] of formData) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    const list = name.endsWith("[]") ? name.slice(0, -2) : null;
    if (list === null) input[name] = value;
    else if (lists.has(list)) lists.get(list)?.push(value);
    else lists.set(list, [value]);
  }
  for (const [name, values] of lists) input[name] = values;
  return input;
}

/** `formData` is whatever was posted: an action can be called with anything. */
export function asFormData(formData: unknown): FormData {
  return formData instanceof FormData ? formData : new FormData();
}

export function stateOf(refusal: Refusal, input: FormInput): FormState {
  return {
    ...idleForm,
    status: refusal.code === "stale" ? "conflict" : "refused",
    message: refusal.message,
    fields: refusal.fields,
    values: typed(input),
  };
}

export function invalid(error: z.ZodError, input: FormInput): FormState {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return { ...idleForm, status: "refused", message: sentences.invalid_input, fields, values: typed(input) };
}

/** Whatever the type of the schema, a form's fields are checked, never trusted. */
export function parse<S extends z.ZodType>(
  schema: S,
  input: FormInput,
): { ok: true; data: z.output<S> } | { ok: false; state: FormState } {
  const result = schema.safeParse({ ...input });
  return result.success ? { ok: true, data: result.data } : { ok: false, state: invalid(result.error, input) };
}

/** Any refusal as a form's answer; everything else is a bug and goes on up. */
export function stateOfError(error: unknown, input: FormInput): FormState {
  if (error instanceof Refusal) return stateOf(error, input);
  throw error;
}

/** What was typed goes back into the form, except what must not travel twice. */
function typed(input: FormInput): Record<string, string[]> {
  const kept = Object.entries(input).filter(([name]) => !/password|^proof$/i.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value : [value]]));
}
