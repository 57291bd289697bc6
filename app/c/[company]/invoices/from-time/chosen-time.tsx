"use client";

import { useEffect } from "react";
import { useTickedRows } from "@/components/ui/data-selection";
import { formatDollars, formatMinutes } from "@/lib/kernel/decimal-text";

type Choosable = { id: string; minutes: number; amount: number | null };

/** What the ticked time comes to. `onChosen` hears of each change. */
export function ChosenTime({
  entries,
  onChosen,
}: {
  entries: Choosable[];
  /** Their ids with blanks between them: the same text means that nothing changed. */
  onChosen: (ids: string) => void;
}) {
  const ticked = useTickedRows();
  const ids = [...ticked].join(" ");
  useEffect(() => onChosen(ids), [ids, onChosen]);
  return (
    <p role="status" className="text-sm text-text tabular-nums">
      {worthOf(entries.filter((entry) => ticked.has(entry.id)))}
    </p>
  );
}

function worthOf(entries: Choosable[]): string {
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  const amount = entries.reduce((sum, entry) => sum + (entry.amount ?? 0), 0);
  const rateless = entries.filter((entry) => entry.amount === null).length;
  if (entries.length === 0) return "";
  return `${formatMinutes(minutes)} h, ${formatDollars(amount)} at today’s rates${rateless > 0 ? `, ${rateless} without a rate` : ""}`;
}
