import type { ReactNode } from "react";

/** A record's page: the record, and beside it what belongs to it; one under the other where there is no room. Alone where nothing does. */
export function AsideLayout({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  if (!aside) return <div className="min-w-0 space-y-6">{children}</div>;
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0 space-y-6">{children}</div>
      <aside className="min-w-0 space-y-6">{aside}</aside>
    </div>
  );
}
