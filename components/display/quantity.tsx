import { formatPercent, formatQuantity } from "@/lib/kernel/decimal-text";

/** Ten-thousandths as `1.5`. */
export function Quantity({ value }: { value: number }) {
  return <span className="tabular-nums">{formatQuantity(value)}</span>;
}

/** Parts per million as `6.25%`. */
export function Percent({ ppm }: { ppm: number }) {
  return <span className="whitespace-nowrap tabular-nums">{formatPercent(ppm)}%</span>;
}
