"use client";

import { usePathname } from "next/navigation";
import { type MouseEvent, type Ref, useLayoutEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { FormState } from "@/lib/kernel/form-state";
import { fieldId } from "./form-context";

/**
 * What must be mended, in one place, each line leading to its field. The words are the same as beside the field; one that
 * stands there alone is not told twice.
 */
export function ErrorSummary({ formId, state, ref }: { formId: string; state: FormState; ref: Ref<HTMLDivElement> }) {
  const here = usePathname();
  const fields = Object.entries(state.fields);
  const extra = state.message && !fields.some(([, sentence]) => sentence === state.message) ? state.message : null;
  const said = extra && !(fields.length > 0 && isGeneric(extra)) ? extra : null;
  const isToldThere = useIsToldThere(formId, state, said);
  if (isToldThere) return null;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="rounded-lg border border-danger-solid bg-danger-bg px-4 py-3 text-text"
    >
      <h2 className="flex items-center gap-2 font-semibold text-danger-fg">
        <Icon name={state.status === "conflict" ? "history" : "circle-alert"} />
        {state.status === "conflict" ? "Somebody else saved first" : "There is a problem"}
      </h2>
      {said ? <p className="mt-1 text-pretty">{said}</p> : null}
      {state.status === "conflict" ? (
        <a
          href={here}
          target="_blank"
          rel="noreferrer"
          className="mt-1 inline-block font-medium underline underline-offset-2"
        >
          Newest version, in a new tab
        </a>
      ) : null}
      {fields.length > 0 ? (
        <ul className="mt-1 list-disc space-y-0.5 pl-5">
          {fields.map(([name, sentence]) => (
            <li key={name}>
              <a
                href={`#${fieldId(formId, name)}`}
                onClick={(event) => focusField(event, fieldId(formId, name))}
                className="font-medium text-danger-fg underline underline-offset-2"
              >
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Whether all that there is to say stands beside one field, which has the focus. */
function useIsToldThere(formId: string, state: FormState, said: string | null): boolean {
  const [isTold, setTold] = useState(false);
  useLayoutEffect(() => {
    const [name, ...more] = Object.keys(state.fields);
    const isOne = name !== undefined && more.length === 0 && said === null && state.status === "refused";
    const stands = (id: string) => document.getElementById(id) !== null;
    setTold(isOne && stands(fieldId(formId, name)) && stands(`${fieldId(formId, name)}-error`));
  }, [formId, state, said]);
  return isTold;
}

function focusField(event: MouseEvent, id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: "center" });
}

/** The heading says it already. */
function isGeneric(sentence: string): boolean {
  return sentence.startsWith("There is a problem");
}
