"use client";

import { lazy, type ReactNode, Suspense, useActionState, useEffect, useId, useMemo, useRef, useState } from "react";
import { v4 } from "uuid";
import { Banner } from "@/components/ui/banner";
import { cx } from "@/components/ui/cx";
import { type FormAction, type FormState, idleForm } from "@/lib/kernel/form-state";
import { useConfirmation } from "./ask-first";
import { AskedProof } from "./asked-proof";
import type { Confirmation } from "./confirmation";
import { ErrorSummary } from "./error-summary";
import { useFocusOnRefusal } from "./form-answer";
import { FormContext, isReturned } from "./form-context";
import { survivingAction } from "./surviving-action";
import { useUnsavedGuard } from "./unsaved-guard";

const ConfirmDialog = lazy(() =>
  import("@/components/ui/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })),
);

export type FormProps = {
  action: FormAction;
  companyId?: string;
  /** Where the fields start, by name; a field's own `defaultValue` goes before it. */
  initial?: Record<string, string>;
  confirm?: Confirmation;
  /** A form of hardly more than a button: nothing typed that could be lost, and its success shows in the page. */
  inline?: boolean;
  /** What is said when the work is done and the page stays. */
  doneText?: string;
  label?: string;
  id?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A form over a server action. It works without scripts; with them it keeps what was typed, leads to what is wrong,
 * asks before work is lost, and sends one request id for one piece of work, however often it is pressed.
 */
export function Form(props: FormProps) {
  const { action, companyId, initial, confirm, inline, doneText = "Saved.", label, id, className, children } = props;
  const [state, submit, pending] = useActionState(survivingAction(action), idleForm);
  const generatedId = useId();
  const formId = id ?? generatedId;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { dirty, setDirty, round } = useTypedWork(state, form);
  const ask = useConfirmation(confirm, form);
  useFocusOnRefusal(formId, state, summary);
  useUnsavedGuard(!inline && dirty && !pending);

  const context = useMemo(
    () => ({ id: formId, state, pending, initial: initial ?? {}, round, touch: () => setDirty(true) }),
    [formId, state, pending, initial, round, setDirty],
  );

  return (
    <FormContext value={context}>
      <form
        ref={form}
        id={formId}
        action={submit}
        aria-label={label}
        noValidate
        onInput={() => setDirty(true)}
        onSubmit={(event) => {
          if (pending) event.preventDefault();
          else if (ask.onSubmit(event)) setDirty(false);
        }}
        className={cx(inline ? "space-y-3" : "space-y-5", className)}
      >
        <RequestFields companyId={companyId} state={state} />
        {isReturned(state) ? <ErrorSummary ref={summary} formId={formId} state={state} /> : null}
        <AskedProof />
        {state.status === "done" && !inline ? (
          <Banner kind="success" live="status">
            {state.message ?? doneText}
          </Banner>
        ) : null}
        {children}
      </form>
      {confirm && ask.wanted ? (
        <Suspense fallback={null}>
          <ConfirmDialog {...confirm} open={ask.open} onOpenChange={ask.setOpen} onConfirm={ask.proceed} />
        </Suspense>
      ) : null}
    </FormContext>
  );
}

/** The company the form was drawn for, which the door compares, and the id that makes a second try the same as the first. */
function RequestFields({ companyId, state }: { companyId?: string; state: FormState }) {
  const input = useRef<HTMLInputElement>(null);
  const [firstId, setFirstId] = useState(() => v4());
  const requestId = state.nextRequestId ?? firstId;
  // The server drew its own id into the page: that one counts, or a second try would differ from the first.
  useEffect(() => setFirstId((drawn) => input.current?.value || drawn), []);
  return (
    <>
      {companyId ? <input type="hidden" name="companyId" value={companyId} /> : null}
      <input ref={input} type="hidden" name="requestId" value={requestId} autoComplete="off" suppressHydrationWarning />
    </>
  );
}

/** React empties a form once its action has answered. Ours is emptied only when the work is done; a refusal keeps it. */
function useTypedWork(state: FormState, form: React.RefObject<HTMLFormElement | null>) {
  const [dirty, setDirty] = useState(false);
  const [round, setRound] = useState(0);
  const mayReset = useRef(false);
  useEffect(() => {
    if (isReturned(state)) setDirty(true);
    if (state.status !== "done") return;
    mayReset.current = true;
    form.current?.reset();
    mayReset.current = false;
    setDirty(false);
    setRound((before) => before + 1);
  }, [state, form]);
  // React resets while it commits, and then asks no handler of its own: the element itself is listened to
  useEffect(() => {
    const element = form.current;
    const keep = (event: Event) => {
      if (!mayReset.current) event.preventDefault();
    };
    element?.addEventListener("reset", keep, { capture: true });
    return () => element?.removeEventListener("reset", keep, { capture: true });
  }, [form]);
  return { dirty, setDirty, round };
}
