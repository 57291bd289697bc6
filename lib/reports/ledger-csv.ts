import { type CsvCell, csvText } from "./csv";
import type { WholeLedger } from "./general-ledger";
import type { LedgerLine } from "./ledger/ledger-row";

/** The ledger as a stream: its opening, its lines a batch at a time, its closing. */
export async function* generalLedgerCsv({ head: ledger, batches }: WholeLedger): AsyncGenerator<string> {
  const { openingCents, closingCents, from, to } = ledger;
  const head = [
    "Date",
    "Entry",
    "Account",
    "Memo",
    "Source",
    "Client",
    "Project",
    "Invoice",
    ...["Debit", "Debit (cents)", "Credit", "Credit (cents)", "Balance", "Balance (cents)"],
  ];
  const plain = (day: string, words: string, balance: number) => [
    ...[day, "", "", words, "", "", "", ""],
    ...both(0),
    ...both(0),
    ...both(balance),
  ];
  yield csvText(head, [plain(from ?? "", "Opening balance", openingCents)]);
  for await (const lines of batches) yield csvText(null, lines.map(ledgerRow));
  yield csvText(null, [plain(to, "Closing balance", closingCents)]);
}

function ledgerRow(line: LedgerLine): CsvCell[] {
  return [
    line.entryOn,
    line.entryNumber,
    `${line.accountCode} ${line.accountName}`,
    line.memo,
    line.sourceType,
    line.clientName ?? "",
    line.projectName ?? "",
    line.invoiceNumber ?? "",
    ...both(Math.max(line.amountCents, 0)),
    ...both(Math.max(0 - line.amountCents, 0)),
    ...both(line.balanceCents),
  ];
}

/** In dollars, and in whole cents beside it. */
function both(cents: number): CsvCell[] {
  return [cents, BigInt(cents)];
}
