"use client";

import { type ReactNode, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

const cookieYear = 60 * 60 * 24 * 365;

/** The shell's outer grid and the one thing in it that moves: the sidebar, wide or as icons, remembered in a cookie. */
export function ShellFrame({
  collapsed: startsCollapsed,
  drawerId,
  sidebar,
  children,
}: {
  collapsed: boolean;
  drawerId: string;
  sidebar: ReactNode;
  children: ReactNode;
}) {
  const [collapsed, setCollapsed] = useState(startsCollapsed);
  function toggle() {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
    document.cookie = `sidebar=${collapsed ? "open" : "collapsed"}; path=/; max-age=${cookieYear}; samesite=lax`;
    setCollapsed(!collapsed);
  }
  return (
    <div
      data-collapsed={collapsed ? "" : undefined}
      className={cx(
        "group/shell min-h-dvh md:grid print:block",
        collapsed ? "md:grid-cols-[3.5rem_minmax(0,1fr)]" : "md:grid-cols-[15rem_minmax(0,1fr)]",
      )}
    >
      <div
        id={drawerId}
        popover="auto"
        className={cx(
          "m-0 h-dvh max-h-none w-72 max-w-[85vw] flex-col overflow-y-auto overscroll-contain border-r border-border bg-surface text-text open:flex",
          "backdrop:bg-scrim max-md:shadow-3 md:sticky md:top-0 md:flex md:w-auto md:max-w-none print:hidden!",
        )}
      >
        {sidebar}
        <button
          type="button"
          onClick={toggle}
          aria-expanded={!collapsed}
          title={collapsed ? "Expand sidebar" : "Collapse sidebar"}
          className="mx-2 mt-auto mb-2 hidden min-h-8 items-center gap-2.5 rounded-md px-3 text-sm font-medium text-text-muted hover:bg-surface-3 hover:text-text group-data-collapsed/shell:justify-center group-data-collapsed/shell:px-0 md:flex"
        >
          <Icon name="panel-left" />
          <span className="group-data-collapsed/shell:reader-only">Collapse sidebar</span>
        </button>
      </div>
      {children}
    </div>
  );
}
