import type { ReactNode } from "react";
import { LinkButton } from "./button";
import { Icon, type IconName } from "./icon";

function Frame({
  icon,
  title,
  children,
  actions,
}: {
  icon: IconName;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center rounded-lg border border-border bg-surface px-6 py-14 text-center">
      <span className="flex size-11 items-center justify-center rounded-full bg-surface-2 text-text-muted">
        <Icon name={icon} className="size-5" />
      </span>
      <h2 className="mt-4 text-lg font-semibold">{title}</h2>
      <div className="mt-1 max-w-[52ch] text-pretty text-text-muted">{children}</div>
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}

/** Nothing here yet: what it is for, and the one thing to do first. */
export function EmptyFirst({
  icon,
  title,
  why,
  action,
}: {
  icon: IconName;
  title: string;
  why: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Frame icon={icon} title={title} actions={action}>
      {why}
    </Frame>
  );
}

/** The filters leave nothing over: names them, and clears them. */
export function EmptyFiltered({ what, filters, clearHref }: { what: string; filters: string[]; clearHref: string }) {
  return (
    <Frame
      icon="search-x"
      title={`No ${what} match`}
      actions={
        <LinkButton href={clearHref} icon="x">
          Clear all filters
        </LinkButton>
      }
    >
      {filters.length > 0 ? `Nothing fits ${filters.join(", ")}.` : "Nothing fits this search."}
    </Frame>
  );
}

/** Not for this role: says who can open it up. */
export function EmptyForbidden({ title, why, action }: { title: string; why: ReactNode; action?: ReactNode }) {
  return (
    <Frame icon="lock" title={title} actions={action}>
      {why}
    </Frame>
  );
}
