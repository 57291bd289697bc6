import type { ReactNode, Ref } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** The title stands in the summary itself, which is what takes the focus; of several parts it comes in one element. */
type FoldProps = { title: ReactNode; className?: string; ref?: Ref<HTMLDetailsElement>; children: ReactNode };

/** What is rarely wanted, folded away below its title; the arrow says that it opens. */
export function Fold({ title, className, ref, children }: FoldProps) {
  return (
    <details ref={ref} className={cx("group/fold", className)}>
      <summary className="inline-flex min-h-6 items-center gap-1.5 font-medium hover:text-link pointer-coarse:min-h-11">
        <Icon
          name="chevron-right"
          className="size-4 shrink-0 text-text-subtle transition-transform group-open/fold:rotate-90"
        />
        {title}
      </summary>
      {children}
    </details>
  );
}
