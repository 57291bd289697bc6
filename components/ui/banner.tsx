import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

export type BannerKind = "info" | "success" | "warning" | "danger" | "lock";

const looks: Record<BannerKind, { box: string; icon: IconName; mark: string }> = {
  info: { box: "border-info-fg/25 bg-info-bg", icon: "info", mark: "text-info-fg" },
  success: { box: "border-success-fg/25 bg-success-bg", icon: "circle-check", mark: "text-success-fg" },
  warning: { box: "border-warning-fg/25 bg-warning-bg", icon: "triangle-alert", mark: "text-warning-fg" },
  danger: { box: "border-danger-fg/25 bg-danger-bg", icon: "circle-alert", mark: "text-danger-fg" },
  lock: { box: "border-border bg-surface-2", icon: "lock", mark: "text-text-muted" },
};

/** A sentence across the page. `lock` says why something can't be changed; its actions say what can be done. */
export function Banner({
  kind = "info",
  title,
  children,
  actions,
  live,
}: {
  kind?: BannerKind;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** For what appears after the page was drawn: `alert` interrupts, `status` waits. */
  live?: "alert" | "status";
}) {
  const look = looks[kind];
  return (
    <div role={live} className={cx("flex flex-wrap gap-x-3 gap-y-2 rounded-lg border px-4 py-3", look.box)}>
      <div className="flex min-w-0 flex-1 basis-64 gap-3">
        <Icon name={look.icon} className={cx("mt-0.5 size-4", look.mark)} />
        <div className="min-w-0 text-text">
          {title ? <p className="font-semibold">{title}</p> : null}
          {children ? <div className="text-pretty text-text">{children}</div> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
    </div>
  );
}
