"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";

const places = {
  "top-left": "top-14 right-auto bottom-auto left-2 w-64",
  "top-right": "top-15 right-3 bottom-auto left-auto w-64 sm:right-6",
  bottom: "inset-x-3 top-auto bottom-[calc(4.5rem+env(safe-area-inset-bottom))] w-auto",
};

/** The browser's own popover, fixed to an edge of the window: opens without scripts, closes on Escape, outside and on leaving. */
export function PopoverPanel({ id, place, children }: { id: string; place: keyof typeof places; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes whenever the address changes
  useEffect(() => {
    if (panel.current?.matches(":popover-open")) panel.current.hidePopover();
  }, [pathname]);
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      className={cx(
        "fixed m-0 max-h-[calc(100dvh-6rem)] overflow-y-auto rounded-lg border border-border bg-surface text-text shadow-2",
        places[place],
      )}
    >
      {children}
    </div>
  );
}
