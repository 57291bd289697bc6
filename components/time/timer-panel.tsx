"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";

/**
 * A disclosure below its button, in the page's own layers so that a combobox in it can open above. Without scripts it
 * opens and closes by its button; with them also by Escape, by a press elsewhere, and when the page changes.
 */
export function TimerPanel({
  summary,
  className,
  opensFor,
  onNear,
  children,
}: {
  summary: ReactNode;
  className: string;
  /** Opens it, each time it is another one, for what must be read: a refusal. Whoever read it closes it. */
  opensFor: object | null;
  /** Called when the pointer or the focus nears it, and when it opens. */
  onNear?: () => void;
  children: ReactNode;
}) {
  const panel = useRef<HTMLDetailsElement>(null);
  const [startsOpen] = useState(opensFor !== null);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes whenever the address changes
  useEffect(() => {
    panel.current?.removeAttribute("open");
  }, [pathname]);
  useEffect(() => {
    if (opensFor) panel.current?.setAttribute("open", "");
  }, [opensFor]);
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      const place = target instanceof Element ? target : null;
      if (!panel.current?.contains(place) && !place?.closest("[data-base-ui-portal]"))
        panel.current?.removeAttribute("open");
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, []);
  const comesNear = () => {
    if (!panel.current?.open) onNear?.();
  };
  return (
    <details
      ref={panel}
      open={startsOpen}
      className="min-w-0 sm:relative"
      onPointerEnter={comesNear}
      onFocus={comesNear}
      onToggle={() => panel.current?.open && onNear?.()}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !panel.current?.open) return;
        panel.current.removeAttribute("open");
        panel.current.querySelector("summary")?.focus();
      }}
    >
      <summary className={cx("list-none [&::-webkit-details-marker]:hidden", className)}>{summary}</summary>
      <div className="absolute inset-x-3 top-full z-40 mt-1 max-h-[calc(100dvh-6rem)] overflow-y-auto rounded-lg border border-border bg-surface p-4 text-left whitespace-normal shadow-2 sm:inset-x-auto sm:right-0 sm:w-96">
        {children}
      </div>
    </details>
  );
}
