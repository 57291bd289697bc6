"use client";

import { useMemo } from "react";
import { Card } from "@/components/ui/card";
import type { Grouping } from "@/lib/invoicing/inputs";
import { type BillableTime, timeLines } from "@/lib/invoicing/time-lines";
import { formatCents, formatDollars, formatQuantity } from "@/lib/kernel/decimal-text";
import { lineSubtotal, sumCents } from "@/lib/kernel/money";

/** As many lines as are drawn; the total is of all. */
const mostShown = 40;

/** The lines that the draft will have, from the code that makes them: what is seen is what is drafted. */
export function TimePreview({ time, grouping }: { time: BillableTime[]; grouping: Grouping }) {
  const lines = useMemo(() => timeLines(time, grouping), [time, grouping]);
  const amounts = lines.map((line) => lineSubtotal(line.quantity, line.unitPriceCents));
  const more = lines.length - mostShown;
  return (
    <Card title="The draft’s lines" description="Before sales tax. Every line can still be changed in the draft.">
      {lines.length === 0 ? (
        <p className="text-text-muted">Tick the time that goes on the invoice.</p>
      ) : (
        <>
          <ol className="divide-y divide-border">
            {lines.slice(0, mostShown).map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name before they are drafted
              <li key={at} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                <span className="min-w-0 flex-1 basis-64 break-words">{line.description}</span>
                <span className="text-text-muted tabular-nums">
                  {formatQuantity(line.quantity)} × {formatCents(line.unitPriceCents)}
                </span>
                <span className="min-w-24 text-right tabular-nums">{formatCents(amounts[at] ?? 0)}</span>
              </li>
            ))}
          </ol>
          {more > 0 ? <p className="py-2 text-text-muted">{`and ${more.toLocaleString("en-US")} more lines`}</p> : null}
          <p role="status" className="mt-2 flex justify-between border-t border-border pt-2 font-semibold tabular-nums">
            <span>{lines.length === 1 ? "1 line" : `${lines.length.toLocaleString("en-US")} lines`}</span>
            <span>{formatDollars(sumCents(amounts))}</span>
          </p>
        </>
      )}
    </Card>
  );
}
