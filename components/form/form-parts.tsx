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

const rowGrid = {
  2: "grid-cols-[repeat(auto-fit,minmax(min(100%,max(11rem,calc(50%-1rem))),1fr))]",
  3: "grid-cols-[repeat(auto-fit,minmax(min(100%,max(9rem,calc(33.3%-1rem))),1fr))] max-sm:[&>:last-child:nth-child(odd)]:col-span-full",
  4: "grid-cols-2 @xl:grid-cols-4",
};

/**
 * Fields side by side where there is room in what holds them, one under the other where there is none. Four are for
 * short inputs; they fall to two by two.
 */
export function FieldRow({ columns = 2, children }: { columns?: 2 | 3 | 4; children: ReactNode }) {
  const row = <div className={cx("grid items-start gap-x-4 gap-y-5", rowGrid[columns])}>{children}</div>;
  return columns === 4 ? <div className="@container">{row}</div> : row;
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
