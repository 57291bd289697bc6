"use client";

import { Button } from "@/components/ui/button";

/** The page on paper, without shell and controls. */
export function PrintButton() {
  return (
    <Button icon="printer" onClick={() => window.print()}>
      Print
    </Button>
  );
}
