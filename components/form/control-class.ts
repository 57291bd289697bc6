import { cx } from "@/components/ui/cx";

/** The frame of everything that is typed in or chosen from. 16 px on phones, or they zoom in on focus. */
export const controlClass = cx(
  "w-full min-w-0 rounded-md border border-border-strong bg-surface px-3 py-1.5 text-base text-text max-sm:text-lg",
  "min-h-9 transition-colors hover:border-text-subtle pointer-coarse:min-h-11",
  "focus-visible:outline-offset-0 [&[readonly]]:bg-surface-2 disabled:cursor-not-allowed disabled:bg-surface-2 disabled:text-text-subtle",
  "aria-invalid:border-danger-solid",
);
