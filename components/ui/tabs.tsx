import type { Route } from "next";
import { cx } from "./cx";
import { NearLink } from "./near-link";

export type Tab = { label: string; href: Route | string; count?: number; current?: boolean };

/** Tabs that change the address: they are links, so they can be opened, shared and gone back from. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={label} className="-mb-px overflow-x-auto print:hidden">
      <ul className="flex min-w-max gap-5 border-b border-border">
        {items.map((item) => (
          <li key={item.href}>
            <NearLink
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={cx(
                "-mb-px flex min-h-10 items-center gap-2 border-b-2 px-0.5 font-medium transition-colors pointer-coarse:min-h-11",
                "focus-visible:-outline-offset-2",
                item.current
                  ? "border-primary text-text"
                  : "border-transparent text-text-muted hover:border-border-strong hover:text-text",
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="rounded-full bg-surface-3 px-1.5 text-xs font-medium text-text-muted tabular-nums">
                  {item.count.toLocaleString("en-US")}
                </span>
              )}
            </NearLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
