"use client";

import { type RefObject, useEffect } from "react";
import type { FormState } from "@/lib/kernel/form-state";
import { fieldId, isReturned } from "./form-context";

/** After a refusal the focus goes to the one field that is wrong, or to the summary of several; the title says so too. */
export function useFocusOnRefusal(formId: string, state: FormState, summary: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    if (!isReturned(state)) return;
    const names = Object.keys(state.fields);
    const only = names.length === 1 && names[0] ? document.getElementById(fieldId(formId, names[0])) : null;
    (only ?? summary.current)?.focus();
    const title = document.title;
    document.title = `Error: ${title}`;
    return () => {
      if (document.title === `Error: ${title}`) document.title = title;
    };
  }, [formId, state, summary]);
}
