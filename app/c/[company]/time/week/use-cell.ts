import { startTransition, useRef, useState } from "react";
import { v4 } from "uuid";
import { survivingAction } from "@/components/form/surviving-action";
import { formatMinutes, parseMinutes } from "@/lib/kernel/decimal-text";
import { type FormAction, idleForm } from "@/lib/kernel/form-state";

type Fields = Record<string, string>;

/**
 * One cell: what is typed, and its save. It is saved when it is left; what was refused stays with the sentence beside
 * it, and is sent anew under the same id, so that no try can count twice. A save that is under way is waited for.
 */
export function useCell({ action, saved, fields }: { action: FormAction; saved: string; fields: Fields }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const request = useRef({ id: "", of: "" });

  function leave() {
    if (typed === null || pending) return;
    const text = tidied(typed);
    if (text === saved) {
      setTyped(null);
      setRefusal(null);
      return;
    }
    const sent = { ...fields, durationMinutes: text };
    const of = JSON.stringify(sent);
    if (request.current.of !== of) request.current = { id: v4(), of };
    setTyped(text);
    setPending(true);
    startTransition(async () => {
      const answer = await survivingAction(action)(idleForm, formOf({ ...sent, requestId: request.current.id }));
      startTransition(() => {
        setPending(false);
        const isDone = answer.status === "done";
        if (isDone) setTyped(null);
        setRefusal(isDone ? null : (Object.values(answer.fields)[0] ?? answer.message ?? "Not saved."));
      });
    });
  }

  function revert() {
    setTyped(null);
    setRefusal(null);
  }

  return { value: typed ?? saved, isTyped: typed !== null, pending, refusal, type: setTyped, leave, revert };
}

/** In the house's writing; nothing and zero are an empty cell, and what is no time goes to the server to be refused. */
function tidied(text: string): string {
  if (/^[0:.\s]*$/.test(text)) return "";
  const minutes = parseMinutes(text);
  return minutes.ok ? formatMinutes(minutes.value) : text.trim();
}

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
