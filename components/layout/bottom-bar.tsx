"use client";

import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { NearLink } from "@/components/ui/near-link";
import { CreateList } from "./create-list";
import { currentHref, type NavigationItem } from "./navigation";
import { PopoverPanel } from "./popover-panel";

const cell =
  "flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-md text-2xs font-medium text-text-muted focus-visible:-outline-offset-2";

/** What a thumb reaches on a phone: two ways, the plus, one way more, and everything else. */
export function BottomBar({
  shortcuts,
  create,
  drawerId,
}: {
  shortcuts: NavigationItem[];
  create: NavigationItem[];
  drawerId: string;
}) {
  const pathname = usePathname();
  const here = currentHref(
    shortcuts.map((item) => item.href),
    pathname,
  );
  const link = (item: NavigationItem) => (
    <li key={item.href} className="flex-1">
      <NearLink
        href={item.href}
        aria-current={item.href === here ? "page" : undefined}
        className={cx(cell, item.href === here && "text-link")}
      >
        <Icon name={item.icon} className="size-5" />
        {item.label}
      </NearLink>
    </li>
  );
  return (
    <nav
      aria-label="Shortcuts"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex px-1">
        {shortcuts.slice(0, 2).map(link)}
        {create.length > 0 ? (
          <li className="flex-1">
            <button type="button" popoverTarget="create-sheet" className={cx(cell, "w-full")}>
              <span className="flex size-9 items-center justify-center rounded-full bg-primary text-on-primary">
                <Icon name="plus" className="size-5" />
              </span>
              <span className="reader-only">New</span>
            </button>
            <PopoverPanel id="create-sheet" place="bottom">
              <CreateList items={create} />
            </PopoverPanel>
          </li>
        ) : null}
        {shortcuts.slice(2, 3).map(link)}
        <li className="flex-1">
          <button type="button" popoverTarget={drawerId} className={cx(cell, "w-full")}>
            <Icon name="menu" className="size-5" />
            More
          </button>
        </li>
      </ul>
    </nav>
  );
}
