import { cx } from "./cx";
import { TextLink } from "./text-link";

/** `href` leads to what the part is the sum of; a part of nothing leads nowhere. */
export type BarPart = { label: string; value: number; text: string; colour: 1 | 2 | 3 | 4 | 5 | 6; href?: string };

const fills = {
  1: "fill-chart-1",
  2: "fill-chart-2",
  3: "fill-chart-3",
  4: "fill-chart-4",
  5: "fill-chart-5",
  6: "fill-chart-6",
};
const marks = {
  1: "bg-chart-1",
  2: "bg-chart-2",
  3: "bg-chart-3",
  4: "bg-chart-4",
  5: "bg-chart-5",
  6: "bg-chart-6",
};

/** Parts of a whole as one bar, with a legend that says every figure. Widths are SVG attributes: the policy forbids inline style. */
export function BarMeter({ label, parts, total }: { label: string; parts: BarPart[]; total?: number }) {
  const whole = Math.max(total ?? parts.reduce((sum, part) => sum + Math.max(part.value, 0), 0), 1);
  return (
    <figure className="min-w-0">
      <figcaption className="reader-only">{label}</figcaption>
      <svg aria-hidden="true" width="100%" height="10" className="block rounded-full bg-surface-3">
        {widths(parts, whole).map((bar) => (
          <rect key={bar.label} x={`${bar.start}%`} width={`${bar.width}%`} height="10" className={fills[bar.colour]} />
        ))}
      </svg>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {parts.map((part) => (
          <li key={part.label} className="flex items-center gap-2">
            <span aria-hidden="true" className={cx("size-2.5 rounded-sm", marks[part.colour])} />
            <span className="text-text-muted">{part.label}</span>
            <span className="font-medium tabular-nums">
              {part.href && part.value !== 0 ? <TextLink href={part.href}>{part.text}</TextLink> : part.text}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function widths(parts: BarPart[], whole: number) {
  let start = 0;
  return parts.map((part) => {
    const width = Math.round((Math.max(part.value, 0) * 1_000_000) / whole) / 10_000;
    const bar = { label: part.label, colour: part.colour, start, width };
    start += width;
    return bar;
  });
}
