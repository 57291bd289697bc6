"use client";

import { useEffect } from "react";

const question = "Leave without saving? What you typed here will be lost.";

/** Asks before typed work is lost: on closing or reloading the tab, and on following a link within the product. */
export function useUnsavedGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      if (!leaves(event) || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    window.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      window.removeEventListener("click", onClick, true);
    };
  }, [active]);
}

/** A plain click on a link that the router would follow without loading a document. */
function leaves(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download")) return false;
  const sameDocument = link.pathname === window.location.pathname && link.search === window.location.search;
  return link.origin === window.location.origin && !(sameDocument && link.hash !== "");
}
