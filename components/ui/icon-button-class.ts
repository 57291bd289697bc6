import { cx } from "./cx";

export const iconButtonClass = cx(
  "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-text-muted transition-colors",
  "hover:bg-surface-3 hover:text-text pointer-coarse:size-11",
);
