import { unstable_rethrow } from "next/navigation";
import { type FormAction, type FormState, idleForm } from "@/lib/kernel/form-state";

/**
 * The action as the browser calls it: a lost connection or a fault of ours is answered in the form, so that nothing
 * typed is lost with the page. The request id stays, so trying again can't do the work twice. The server keeps the
 * action itself, which is what makes the form work without scripts.
 */
export function survivingAction(action: FormAction): FormAction {
  if (typeof window === "undefined") return action;
  return async (state, formData) => {
    try {
      return await action(state, formData);
    } catch (error) {
      unstable_rethrow(error);
      return { ...idleForm, status: "refused", message: sentenceOf(error), values: typedIn(formData) };
    }
  };
}

function sentenceOf(error: unknown): string {
  if (error instanceof TypeError) return "The server can't be reached. What you typed is kept; try again.";
  const digest = error instanceof Error && "digest" in error ? ` (error ${String(error.digest)})` : "";
  return `Something went wrong on our side${digest}. What you typed is kept; try again.`;
}

function typedIn(formData: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const [name, value] of formData) {
    const key = name.replace(/\[\]$/, "");
    if (typeof value === "string") values[key] = [...(values[key] ?? []), value];
  }
  return values;
}
