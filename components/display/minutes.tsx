import { formatMinutes } from "@/lib/kernel/decimal-text";

/** A duration as `1:30`, read aloud as hours and minutes. */
export function Minutes({ value }: { value: number }) {
  const hours = Math.floor(value / 60);
  return (
    <span className="tabular-nums">
      <span aria-hidden="true">{formatMinutes(value)}</span>
      <span className="reader-only">{`${hours} h ${value % 60} min`}</span>
    </span>
  );
}
