import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** Fields that belong together under one question. */
export function Fieldset({
  legend,
  hint,
  className,
  children,
}: {
  legend: string;
  hint?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className={cx("min-w-0", className)}>
      <legend className="text-lg font-semibold">{legend}</legend>
      {hint ? <p className="mt-0.5 max-w-[70ch] text-sm text-pretty text-text-muted">{hint}</p> : null}
      <div className="mt-4 space-y-5">{children}</div>
    </fieldset>
  );
}

/** As many as asked for, fewer where they would get too narrow, whatever the width of the page around them. */
const rowGrid = {
  2: "grid-cols-[repeat(auto-fit,minmax(min(100%,max(14rem,calc(50%-1rem))),1fr))]",
  3: "grid-cols-[repeat(auto-fit,minmax(min(100%,max(11rem,calc(33.3%-1rem))),1fr))]",
  4: "grid-cols-[repeat(auto-fit,minmax(min(100%,max(8rem,calc(25%-1rem))),1fr))]",
};

/** Fields side by side where there is room, one under the other where there is none. */
export function FieldRow({ columns = 2, children }: { columns?: 2 | 3 | 4; children: ReactNode }) {
  return <div className={cx("grid items-start gap-x-4 gap-y-5", rowGrid[columns])}>{children}</div>;
}

/** The foot of a form: the main button first in reading, the way out beside it. `sticky` keeps it in reach of long forms. */
export function FormActions({ sticky, children }: { sticky?: boolean; children: ReactNode }) {
  return (
    <div
      className={cx(
        "flex flex-wrap items-center gap-2 border-t border-border pt-4 print:hidden",
        sticky && "sticky bottom-0 z-10 -mx-4 bg-surface/95 px-4 pb-4 backdrop-blur-sm max-md:bottom-14",
      )}
    >
      {children}
    </div>
  );
}
