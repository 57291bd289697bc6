import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { cx } from "@/components/ui/cx";

/** The head of every page: the way up, what it is, how it stands, what can be done. */
export function PageHeader({
  title,
  breadcrumbs,
  status,
  description,
  actions,
  tabs,
  screenOnly,
}: {
  title: string;
  breadcrumbs?: Crumb[];
  status?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  /** Where the page shows a document that has its own head on paper. */
  screenOnly?: boolean;
}) {
  return (
    <header className={cx("mb-6", screenOnly && "print:hidden")}>
      {breadcrumbs && breadcrumbs.length > 0 ? (
        <div className="mb-1.5">
          <Breadcrumbs items={breadcrumbs} />
        </div>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold tracking-tight break-words">{title}</h1>
            {status}
          </div>
          {description ? <div className="mt-1 max-w-[70ch] text-pretty text-text-muted">{description}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
      </div>
      {tabs ? <div className="mt-4">{tabs}</div> : null}
    </header>
  );
}
