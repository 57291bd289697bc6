import { formatCents } from "@/lib/kernel/decimal-text";

/**
 * An amount in cents as `1,234.56`. Negative with a real minus sign, or in brackets on statements (`accounting`);
 * either way a screen reader hears “minus”. `zero` is what stands for nothing, such as `–` on reports.
 */
export function Money({
  cents,
  accounting,
  zero,
  currency,
}: {
  cents: number;
  accounting?: boolean;
  zero?: string;
  /** Draws the sign `$`; leave it out where the head of the column says it. */
  currency?: boolean;
}) {
  const sign = currency ? "$" : "";
  if (cents === 0 && zero !== undefined)
    return (
      <span className="tabular-nums">
        <span aria-hidden="true">{zero}</span>
        <span className="reader-only">{sign}0.00</span>
      </span>
    );
  const amount = `${sign}${formatCents(Math.abs(cents))}`;
  if (cents >= 0) return <span className="whitespace-nowrap tabular-nums">{amount}</span>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span aria-hidden="true">{accounting ? `(${amount})` : `−${amount}`}</span>
      <span className="reader-only">minus {amount}</span>
    </span>
  );
}
