import { type CsvCell, csvText } from "./csv";
import type { Sheet, SheetCell, SheetColumn } from "./sheet";

/**
 * A report as a file: the rows of its page in their order. Each amount stands in dollars and beside it in whole cents,
 * for whom a decimal point is ambiguous; durations are in minutes, shares in percent.
 */
export function sheetCsv({ of, columns, rows }: Sheet): string {
  const head = ["Section", "Code", of, ...columns.flatMap(namesOf)];
  let section = "";
  const body: CsvCell[][] = [];
  for (const row of rows) {
    if (row.style === "heading") section = row.label;
    else if (row.style === "last") section = "";
    if (row.style === "heading") continue;
    body.push([section, row.code ?? "", row.label, ...columns.flatMap((column, n) => valuesOf(column, row.cells[n]))]);
  }
  return csvText(head, body);
}

function namesOf({ label, kind }: SheetColumn): string[] {
  if (kind === "money") return [label, `${label} (cents)`];
  return kind === "minutes" ? [`${label} (minutes)`] : [`${label} (percent)`];
}

function valuesOf({ kind }: SheetColumn, cell: SheetCell | undefined): CsvCell[] {
  if (!cell || cell.kind === "none") return kind === "money" ? ["", ""] : [""];
  if (cell.kind === "money") return [cell.cents, BigInt(cell.cents)];
  if (cell.kind === "minutes") return [BigInt(cell.minutes)];
  return cell.ppm === null ? [""] : [hundredths(cell.ppm)];
}

/** Of a percent, which is written as cents are: with two decimals. */
function hundredths(ppm: number): number {
  const rounded = Math.trunc((Math.abs(ppm) + 50) / 100);
  return ppm < 0 ? 0 - rounded : rounded;
}
