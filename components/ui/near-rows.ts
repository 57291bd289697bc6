"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FocusEvent, type MouseEvent, type PointerEvent, useRef } from "react";

/**
 * What NearLink does, for all plain links within an element at once: the page is fetched ahead when the pointer or the
 * focus comes near, and a plain press leads there without a new document. A table of a hundred links stays a hundred `a`.
 */
export function useNearRows() {
  const router = useRouter();
  const fetched = useRef(new Set<string>());

  function near({ target }: FocusEvent | PointerEvent) {
    const href = linkAt(target)?.getAttribute("href");
    if (!href || fetched.current.has(href)) return;
    fetched.current.add(href);
    router.prefetch(href as Route);
  }

  function follow(event: MouseEvent) {
    const link = linkAt(event.target);
    const href = link?.getAttribute("href");
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!href || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    router.push(href as Route);
  }

  return { onPointerOver: near, onFocus: near, onClick: follow };
}

/** Our own pages only; files and other windows are the browser's. */
function linkAt(target: EventTarget): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("tbody a[href^='/']") : null;
  return link && !link.target && !link.download ? link : null;
}
