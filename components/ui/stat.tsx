import type { Route } from "next";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import { NearLink } from "./near-link";

/** One figure that matters; with `href` the whole card leads to what it is made of. */
export function Stat({
  label,
  value,
  hint,
  href,
  tone = "plain",
}: {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  href?: Route | string;
  tone?: "plain" | "danger" | "success" | "warning";
}) {
  const hintTone = {
    plain: "text-text-muted",
    danger: "text-danger-fg",
    success: "text-success-fg",
    warning: "text-warning-fg",
  };
  return (
    <div
      className={cx(
        "group relative flex min-w-0 flex-col rounded-lg border border-border bg-surface p-4 shadow-1",
        href && "transition-shadow hover:border-border-strong hover:shadow-2",
      )}
    >
      <p className="flex items-center justify-between gap-2 text-sm text-text-muted">
        {href ? (
          <NearLink href={href} className="font-medium after:absolute after:inset-0 after:rounded-lg">
            {label}
          </NearLink>
        ) : (
          <span className="font-medium">{label}</span>
        )}
        {href ? <Icon name="chevron-right" className="size-4 text-text-subtle group-hover:text-text" /> : null}
      </p>
      <p className="mt-2 text-2xl font-semibold tracking-tight break-words max-sm:text-xl tabular-nums">{value}</p>
      {hint ? <p className={cx("mt-1 text-sm", hintTone[tone])}>{hint}</p> : null}
    </div>
  );
}

/** Stats side by side, as many as fit. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[repeat(auto-fit,minmax(min(12rem,100%),1fr))] gap-4">{children}</div>;
}
