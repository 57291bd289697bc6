"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
import { formatDollars, parseMoney } from "@/lib/kernel/decimal-text";
import type { Confirmation } from "./confirmation";

/** Holds a submission back until it is confirmed, then lets the same button submit it. */
export function useConfirmation(confirm: Confirmation | undefined, form: RefObject<HTMLFormElement | null>) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const confirmed = useRef(false);
  const submitter = useRef<HTMLElement | null>(null);

  /** True if the submission may go on. */
  function onSubmit(event: FormEvent<HTMLFormElement>): boolean {
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    const asks = confirm && (confirm.when === undefined || pressedValue(pressed) === confirm.when);
    if (!asks || confirmed.current) {
      confirmed.current = false;
      return true;
    }
    event.preventDefault();
    if (!isReady(event.currentTarget)) return false;
    submitter.current = pressed;
    setWanted(true);
    setOpen(true);
    return false;
  }

  function proceed() {
    setOpen(false);
    confirmed.current = true;
    form.current?.requestSubmit(submitter.current);
  }

  return { open, wanted, setOpen, onSubmit, proceed };
}

/** What is missing, or more than there is, is said first, as the browser says it: nobody confirms what is then refused. */
function isReady(form: HTMLFormElement): boolean {
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) continue;
    control.setCustomValidity(troubleOf(control));
  }
  return form.reportValidity();
}

function troubleOf({ ariaRequired, value, dataset: { most } }: HTMLInputElement | HTMLTextAreaElement): string {
  if (ariaRequired === "true" && value.trim() === "") return "Fill this in first.";
  const amount = parseMoney(value);
  return most && amount.ok && amount.value > Number(most)
    ? `Enter ${formatDollars(Number(most))} or less: that is what there is.`
    : "";
}

function pressedValue(button: HTMLElement | null): string | undefined {
  return button instanceof HTMLButtonElement ? button.value : undefined;
}
