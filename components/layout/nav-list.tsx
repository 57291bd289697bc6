"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { NearLink } from "@/components/ui/near-link";
import { GateMark } from "./gate-mark";
import { currentHref, type NavigationGroup } from "./navigation";

/** The groups of the main navigation. In the drawer of a phone, following a link closes it. */
export function NavList({ navigation, drawerId }: { navigation: NavigationGroup[]; drawerId: string }) {
  const pathname = usePathname();
  const items = navigation.flatMap((group) => group.items);
  const here =
    items.find((item) => item.current)?.href ??
    currentHref(
      items.map((item) => item.href),
      pathname,
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the address changes
  useEffect(() => {
    const drawer = document.getElementById(drawerId);
    if (drawer?.matches(":popover-open")) drawer.hidePopover();
  }, [drawerId, pathname]);

  return (
    <div className="space-y-4">
      {navigation.map((group) => (
        <div key={group.group}>
          {group.group ? (
            <p className="mb-1 px-3 text-xs font-medium text-text-subtle group-data-collapsed/shell:md:reader-only">
              {group.group}
            </p>
          ) : null}
          <ul className="space-y-px">
            {group.items.map((item) => (
              <li key={item.href}>
                <NearLink
                  href={item.href}
                  aria-current={item.href === here ? "page" : undefined}
                  title={item.gate ? `${item.label} (${item.gate})` : item.label}
                  className={cx(
                    "flex min-h-8 items-center gap-2.5 rounded-md px-3 font-medium transition-colors pointer-coarse:min-h-11",
                    "group-data-collapsed/shell:md:justify-center group-data-collapsed/shell:md:px-0",
                    item.href === here ? "bg-selected text-text" : "text-text-muted hover:bg-surface-3 hover:text-text",
                  )}
                >
                  <Icon name={item.icon} className={cx("size-4", item.href === here && "text-link")} />
                  <span className="truncate group-data-collapsed/shell:md:reader-only">{item.label}</span>
                  <GateMark gate={item.gate} />
                </NearLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
