import { type CsvCell, csvText } from "./csv";
import type { ExportEntry } from "./journal-export";

/** The columns of an exported journal, one row for each line; other programs rely on their names and order. */
export const journalColumns = [
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
] as const;

export async function* journalCsv(batches: AsyncIterable<ExportEntry[]>): AsyncGenerator<string> {
  yield csvText(journalColumns, []);
  for await (const entries of batches) yield csvText(null, entries.flatMap(rowsOf));
}

function rowsOf(entry: ExportEntry): CsvCell[][] {
  return entry.lines.map((line) => [
    entry.entryOn,
    entry.id,
    String(entry.number),
    line.code,
    line.name,
    Math.max(line.amountCents, 0),
    Math.max(0 - line.amountCents, 0),
    line.memo || entry.memo,
    entry.sourceType,
    entry.sourceId,
    line.client ?? "",
    line.project ?? "",
  ]);
}
