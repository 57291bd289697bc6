import { cx } from "./cx";
import { VisuallyHidden } from "./visually-hidden";

/** A place kept free while its content is on the way; give it the height of that content. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx("block animate-pulse rounded-md bg-surface-3", className ?? "h-4")} />;
}

export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" className="rounded-lg border border-border bg-surface">
      <VisuallyHidden>Loading…</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <div key={key} className="flex items-center gap-6 border-b border-border px-4 py-3.5 last:border-0">
          <Skeleton className="h-3 w-1/4" />
          <Skeleton className="h-3 w-1/3" />
          <Skeleton className="ml-auto h-3 w-20" />
        </div>
      ))}
    </div>
  );
}
