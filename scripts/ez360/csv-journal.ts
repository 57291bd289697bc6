import { stringify } from "csv-stringify/sync";
import { decimalOfCents } from "@/lib/kernel/decimal-text";
import type { JournalRow } from "@/lib/reports/journal-export";

const head = [
  "date",
  "entry_id",
  "entry_number",
  "account_code",
  "account_name",
  "debit",
  "credit",
  "memo",
  "source_type",
  "source_id",
  "client",
  "project",
];

/** One row for each line, in dollars with two decimals. Text that a spreadsheet would run is made harmless. */
export async function* csvJournal(batches: AsyncIterable<JournalRow[]>): AsyncGenerator<string> {
  yield stringify([head]);
  for await (const rows of batches) yield stringify(rows.map(cells), { escape_formulas: true });
}

function cells(row: JournalRow): string[] {
  return [
    row.entryOn,
    row.entryId,
    String(row.number),
    row.code,
    row.name,
    decimalOfCents(Math.max(row.amountCents, 0)),
    decimalOfCents(Math.max(0 - row.amountCents, 0)),
    row.lineMemo || row.memo,
    row.sourceType,
    row.sourceId,
    row.client ?? "",
    row.project ?? "",
  ];
}
