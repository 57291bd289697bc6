import { formatDay, type PlainDate } from "@/lib/kernel/dates";

/** A business day, `Nov 23, 2026`; nothing for none. */
export function Day({ value }: { value: string | null }) {
  if (value === null || value === "") return null;
  return (
    <time dateTime={value} className="whitespace-nowrap tabular-nums">
      {formatDay(value as PlainDate)}
    </time>
  );
}
