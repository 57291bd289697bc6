import { type CsvCell, csvText } from "./csv";
import type { JournalRow } from "./journal-export";

/** Other programs rely on these names and their order. */
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
  yield csvText(head, []);
  for await (const rows of batches) yield csvText(null, rows.map(cells));
}

function cells(row: JournalRow): CsvCell[] {
  return [
    row.entryOn,
    row.entryId,
    String(row.number),
    row.code,
    row.name,
    Math.max(row.amountCents, 0),
    Math.max(0 - row.amountCents, 0),
    row.lineMemo || row.memo,
    row.sourceType,
    row.sourceId,
    row.client ?? "",
    row.project ?? "",
  ];
}
