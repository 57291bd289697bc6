"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { Icon, type IconName } from "@/components/ui/icon";

/**
 * Sends the form around it. Never disabled beforehand: pressing it is how one learns what is missing. While the work is
 * under way it takes no second press, but keeps the focus, so it is marked as disabled rather than taken away.
 */
export function Submit({
  children,
  pendingText = "Saving…",
  variant = "primary",
  size,
  icon,
  name,
  value,
  form,
  formAction,
  className,
}: {
  children: ReactNode;
  pendingText?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  name?: string;
  value?: string;
  form?: string;
  formAction?: (formData: FormData) => void;
  className?: string;
}) {
  const status = useFormStatus();
  const mine = status.pending && (name === undefined || value === undefined || status.data.get(name) === value);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      form={form}
      formAction={formAction}
      aria-disabled={status.pending || undefined}
      onClick={(event) => {
        if (status.pending) event.preventDefault();
      }}
      className={buttonClass(variant, size, className)}
    >
      {mine ? <Icon name="loader" className="size-4 animate-spin" /> : icon ? <Icon name={icon} /> : null}
      <span aria-live="polite">{mine ? pendingText : children}</span>
    </button>
  );
}
