"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";
import { DescriptionList } from "./description-list";

/** Names the object, the amount and the effect, and starts on the way out. Load it lazily: it is rarely needed. */
export function ConfirmDialog({
  open,
  onOpenChange,
  onConfirm,
  title,
  facts,
  effect,
  action,
  danger,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onConfirm: () => void;
  title: string;
  facts?: { term: string; value: string }[];
  effect: ReactNode;
  action: string;
  danger?: boolean;
}) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-160 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 overflow-y-auto rounded-xl border border-border bg-surface p-5 shadow-3 transition-[opacity,scale] duration-160 data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          {facts && facts.length > 0 ? (
            <div className="mt-3 rounded-lg bg-surface-2 px-3 py-2.5">
              <DescriptionList layout="lines" items={facts.map((fact) => ({ ...fact, numeric: true }))} />
            </div>
          ) : null}
          <AlertDialog.Description render={<div />} className="mt-3 text-pretty text-text-muted">
            {effect}
          </AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close className={buttonClass("secondary")}>Cancel</AlertDialog.Close>
            <button type="button" onClick={onConfirm} className={buttonClass(danger ? "danger" : "primary")}>
              {action}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
