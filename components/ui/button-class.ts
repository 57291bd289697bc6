import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-primary text-on-primary shadow-1 hover:bg-primary-hover",
  secondary: "border-border bg-surface text-text shadow-1 hover:border-border-strong hover:bg-surface-2",
  ghost: "border-transparent text-text-muted hover:bg-surface-3 hover:text-text",
  danger: "border-transparent bg-danger-solid text-on-solid shadow-1 hover:bg-danger-fg",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-7 px-2.5 py-0.5 text-sm",
  md: "min-h-8 px-3 py-1 text-base",
  lg: "min-h-9 px-4 py-1.5 text-base",
};

/** What a button looks like, for the buttons, links and summaries that share it. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md", extra?: string): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none",
    "transition-colors pointer-coarse:min-h-11 print:hidden",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-70",
    variants[variant],
    sizes[size],
    extra,
  );
}
