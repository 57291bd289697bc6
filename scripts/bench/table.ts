import type { Compared } from "./measure";

/** One line of the table: what the product needs, what the floor needed in the same run, and how the two compare. */
export type Line = Compared & {
  job: string;
  unit: "per s" | "ms" | "CPU ms";
  target: Target;
  /** For the reader who wants to know why: processor time, rows, queries. */
  details: Record<string, number | string>;
};

/** `share` of the floor's throughput at least, or `times` the floor's cost at most. */
export type Target = { share: number; firstLanding?: number } | { times: number };

export function verdict({ ratio, target }: Line): "yes" | "first landing" | "no" {
  if ("times" in target) return ratio <= target.times ? "yes" : "no";
  if (ratio >= target.share) return "yes";
  return target.firstLanding !== undefined && ratio >= target.firstLanding ? "first landing" : "no";
}

export function drawn(lines: Line[]): string {
  const head = ["job", "unit", "figure", "floor", "ratio", "target", "met"];
  const rows = lines.map((line) => [
    line.job,
    line.unit,
    short(line.figure),
    short(line.floor),
    ratioText(line),
    targetText(line.target),
    verdict(line),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const draw = (row: string[]) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join("  ")
      .trimEnd();
  return [draw(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(draw)].join("\n");
}

/** The details, a line each, below the table. */
export function drawnDetails(lines: Line[]): string {
  const text = (value: number | string) => (typeof value === "number" ? short(value) : value);
  return lines
    .filter(({ details }) => Object.keys(details).length > 0)
    .map(
      ({ job, details }) =>
        `${job}: ${Object.entries(details)
          .map(([name, value]) => `${name} ${text(value)}`)
          .join(", ")}`,
    )
    .join("\n");
}

function ratioText({ ratio, unit }: Line): string {
  return unit === "per s" ? `${(ratio * 100).toFixed(0)} %` : `${ratio.toFixed(1)} ×`;
}

function targetText(target: Target): string {
  return "times" in target ? `≤ ${target.times} ×` : `≥ ${(target.share * 100).toFixed(0)} %`;
}

function pad(cell: string, width: number, column: number): string {
  return column >= 2 && column <= 4 ? cell.padStart(width) : cell.padEnd(width);
}

function short(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
