import { stringify } from "csv-stringify/sync";
import { decimalOfCents } from "@/lib/kernel/decimal-text";

/**
 * Text, an amount in cents, or a whole number as bigint. Text that a spreadsheet would take for a formula is made
 * harmless; numbers stay numbers.
 */
export type CsvCell = string | number | bigint;

/** RFC 4180 with amounts as `1234.56`. Without `head` the rows continue a file that was begun. */
export function csvText(head: readonly string[] | null, rows: readonly CsvCell[][]): string {
  return stringify([...(head ? [[...head]] : []), ...rows], {
    escape_formulas: true,
    quote_record_delimiter: true,
    cast: {
      number: (cents) => decimalOfCents(cents),
      bigint: (whole) => String(whole),
    },
  });
}
