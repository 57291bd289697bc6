import { formatMinutes } from "@/lib/kernel/decimal-text";

/** A duration as `1:30` or `1,234:30`, read aloud as hours and minutes. */
export function Minutes({ value }: { value: number }) {
  const hours = Math.floor(value / 60);
  return (
    <span className="tabular-nums">
      <span aria-hidden="true">{formatMinutes(value).replace(/\B(?=(\d{3})+:)/g, ",")}</span>
      <span className="reader-only">{`${hours} h ${value % 60} min`}</span>
    </span>
  );
}
