import type { ReactNode } from "react";
import { cx } from "./cx";

export type Description = { term: string; value: ReactNode; numeric?: boolean };

/** Terms with their values. `columns` sets them as a grid of facts, `lines` one under the other as on a receipt. */
export function DescriptionList({ items, layout = "columns" }: { items: Description[]; layout?: "columns" | "lines" }) {
  if (layout === "lines")
    return (
      <dl className="divide-y divide-border">
        {items.map((item) => (
          <div key={item.term} className="flex items-baseline justify-between gap-6 py-2 first:pt-0 last:pb-0">
            <dt className="text-text-muted">{item.term}</dt>
            <dd className={cx("min-w-0 text-right break-words", item.numeric && "tabular-nums")}>{item.value}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-4">
      {items.map((item) => (
        <div key={item.term} className="min-w-0">
          <dt className="text-sm text-text-muted">{item.term}</dt>
          <dd className={cx("mt-0.5 break-words", item.numeric && "tabular-nums")}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
