"use client";

import type { ReactNode } from "react";
import { HiddenField } from "@/components/form/form-parts";
import { Banner } from "@/components/ui/banner";
import type { FormState } from "@/lib/kernel/form-state";

/** What each of the timer's buttons needs: they are forms of one action. */
export type TimerControl = {
  submit: (formData: FormData) => void;
  pending: boolean;
  companyId: string;
  requestId: string;
  /** The answer to the last press, where it was a refusal of the timer that is shown. */
  refused: FormState | null;
};

export type TimerIntent = "start" | "pause" | "resume" | "stop" | "discard";

/** One button's form. While one of them is under way none takes a second press. */
export function TimerForm({
  control,
  intent,
  fields = {},
  children,
}: {
  control: TimerControl;
  intent: TimerIntent;
  fields?: Record<string, string>;
  children: ReactNode;
}) {
  const hidden = { companyId: control.companyId, requestId: control.requestId, intent, ...fields };
  return (
    <form
      action={control.submit}
      onSubmit={(event) => {
        if (control.pending) event.preventDefault();
      }}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export function TimerRefusal({ refusal }: { refusal: FormState | null }) {
  if (!refusal?.message) return null;
  return (
    <div className="mb-3">
      <Banner kind="danger" live="alert">
        {refusal.message}
      </Banner>
    </div>
  );
}
