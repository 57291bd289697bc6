import { stringify } from "csv-stringify/sync";
import { decimalOfCents } from "@/lib/kernel/decimal-text";

/** Text, or an amount in cents. Text that a spreadsheet would take for a formula is made harmless; amounts stay numbers. */
export type CsvCell = string | number;

/** RFC 4180 with amounts as `1234.56`. Without `head` the rows continue a file that was begun. */
export function csvText(head: readonly string[] | null, rows: readonly CsvCell[][]): string {
  return stringify([...(head ? [[...head]] : []), ...rows], {
    escape_formulas: true,
    quote_record_delimiter: true,
    cast: { number: (cents) => decimalOfCents(cents) },
  });
}
