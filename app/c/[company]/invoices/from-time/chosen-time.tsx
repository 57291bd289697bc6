"use client";

import { useEffect, useRef, useState } from "react";
import { formatDollars, formatMinutes } from "@/lib/kernel/decimal-text";

type Choosable = { id: string; minutes: number; amount: number | null };

/** What the ticked time comes to. The ticks are the table's; the form around it knows them after every press. */
export function ChosenTime({ name, entries }: { name: string; entries: Choosable[] }) {
  const [chosen, setChosen] = useState(() => new Set(entries.map((entry) => entry.id)));
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const form = text.current?.closest("form");
    if (!form) return;
    const read = () => setChosen(new Set(new FormData(form).getAll(name).map(String)));
    const afterwards = () => setTimeout(read);
    form.addEventListener("click", afterwards);
    form.addEventListener("reset", afterwards);
    return () => {
      form.removeEventListener("click", afterwards);
      form.removeEventListener("reset", afterwards);
    };
  }, [name]);
  return (
    <p ref={text} role="status" className="text-sm text-text tabular-nums">
      {worthOf(entries.filter((entry) => chosen.has(entry.id)))}
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
