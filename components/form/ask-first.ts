"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
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

function pressedValue(button: HTMLElement | null): string | undefined {
  return button instanceof HTMLButtonElement ? button.value : undefined;
}
