import type { Route } from "next";
import { Icon } from "./icon";
import { NearLink } from "./near-link";

export type Crumb = { label: string; href?: Route | string };

/** The way back up; the last one is where we are and no link. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-text-muted">
        {items.map((item, index) => (
          <li key={`${item.href ?? ""}${item.label}`} className="flex items-center gap-1">
            {index > 0 ? <Icon name="chevron-right" className="size-3.5 text-text-subtle" /> : null}
            {item.href ? (
              <NearLink
                href={item.href}
                className="rounded-sm py-0.5 hover:text-text hover:underline pointer-coarse:py-2.5"
              >
                {item.label}
              </NearLink>
            ) : (
              <span aria-current="page" className="text-text-subtle">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
