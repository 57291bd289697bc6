import type { Cents } from "@/lib/kernel/money";

/** Where the lines are that a figure is the sum of: a page of the company, and what its address asks for. */
export type Lines = {
  in: "reports/general-ledger" | "reports/lines" | "reports/ar-aging" | "reports/ap-aging" | "time";
  query: Record<string, string>;
  /** How the lines become the figure: ledgers count debits positive, so a figure of credits is their sum times -1. */
  sign: 1 | -1;
};

export type SheetCell =
  | { kind: "money"; cents: Cents; lines: Lines | null }
  | { kind: "minutes"; minutes: number; lines: Lines | null }
  /** Parts per million; null where there is nothing to divide by. */
  | { kind: "percent"; ppm: number | null }
  | { kind: "none" };

export type SheetRow = {
  key: string;
  /** A heading has no cells; a sum is ruled above, the last one twice below. */
  style: "heading" | "line" | "sum" | "last";
  code?: string;
  label: string;
  cells: SheetCell[];
};

/** `about` is said above columns that belong to the same period. */
export type SheetColumn = { label: string; kind: "money" | "minutes" | "percent" };

/** A report as rows and columns: the page, the file and the paper are drawn from the same one, so they agree. */
export type Sheet = {
  caption: string;
  /** What the first column holds. */
  of: string;
  columns: SheetColumn[];
  rows: SheetRow[];
  /** What stands there when there is no row. */
  empty: string;
  /** How the figures are reckoned; below the table. */
  notes: string[];
  /** Where the total is proved by another account of the same: whether the two agree, and the way to it. */
  proof?: { holds: boolean; words: string; label: string; after: string; lines: Lines };
};

export function money(cents: Cents, lines: Lines | null = null): SheetCell {
  return { kind: "money", cents, lines };
}

export function percent(part: number, whole: number): SheetCell {
  return { kind: "percent", ppm: ratioPpm(part, whole) };
}

/** part ÷ whole in parts per million, exact up to the last one; null over zero. */
export function ratioPpm(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const [above, below] = whole < 0 ? [0 - part, 0 - whole] : [part, whole];
  const doubled = BigInt(Math.abs(above)) * 2_000_000n + BigInt(below);
  const ratio = Number(doubled / (2n * BigInt(below)));
  return above < 0 ? 0 - ratio : ratio;
}
