import type { ReactNode } from "react";
import { cx } from "./cx";

/** A surface with an optional head. `flush` leaves the padding to what it holds, such as a table. */
export function Card({
  title,
  description,
  actions,
  footer,
  flush,
  level = 2,
  className,
  children,
}: {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  flush?: boolean;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <section
      className={cx("rounded-lg border border-border bg-surface shadow-1 print:border-0 print:shadow-none", className)}
    >
      {title || actions ? (
        <div
          className={cx(
            "flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-3",
            flush && "pb-2",
          )}
        >
          <div className="min-w-0">
            {title ? <Heading className="font-semibold text-text">{title}</Heading> : null}
            {description ? <p className="mt-0.5 text-sm text-text-muted">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
        </div>
      ) : null}
      <div className={cx(!flush && "p-4", !flush && Boolean(title || actions) && "pt-3")}>{children}</div>
      {footer ? (
        <div className="rounded-b-lg border-t border-border bg-surface-2/50 px-4 py-3 text-sm text-text-muted">
          {footer}
        </div>
      ) : null}
    </section>
  );
}
