import { ageBuckets } from "./age-buckets";
import type { AgedAmounts, ArAging } from "./ar-aging";
import type { BalanceSheet } from "./balance-sheet";
import { type CsvCell, csvText } from "./csv";
import type { WholeLedger } from "./general-ledger";
import type { LedgerLine } from "./ledger/ledger-row";
import type { ProfitLoss } from "./profit-loss";
import type { StatementSection } from "./statement";
import type { TrialBalance } from "./trial-balance";

/** Each report as a file: the rows of its page, the totals last, amounts in dollars. */
export function trialBalanceCsv({ lines, debitCents, creditCents }: TrialBalance): string {
  return csvText(
    ["code", "account", "type", "debit", "credit"],
    [
      ...lines.map((line): CsvCell[] => [line.code, line.name, line.type, line.debitCents, line.creditCents]),
      ["", "Total", "", debitCents, creditCents],
    ],
  );
}

const statementHead = ["section", "code", "account", "amount"];

export function profitLossCsv({ income, expense, netCents }: ProfitLoss): string {
  return csvText(statementHead, [
    ...sectionRows("Income", income),
    ...sectionRows("Expenses", expense),
    ["Net profit", "", "Net profit", netCents],
  ]);
}

export function balanceSheetCsv(sheet: BalanceSheet): string {
  return csvText(statementHead, [
    ...sectionRows("Assets", sheet.assets),
    ...sectionRows("Liabilities", sheet.liabilities),
    ...lineRows("Equity", sheet.equity),
    ["Equity", "", "Current earnings", sheet.currentEarningsCents],
    ["Equity", "", "Total equity", sheet.totalEquityCents],
    ["Liabilities and equity", "", "Total liabilities and equity", sheet.liabilitiesAndEquityCents],
  ]);
}

export function arAgingCsv({ clients, totals }: ArAging): string {
  return csvText(
    ["client", ...ageBuckets.map((bucket) => (bucket === "current" ? bucket : `${bucket} days`)), "total"],
    [...clients.map(({ clientName, amounts }) => [clientName, ...agedCells(amounts)]), ["Total", ...agedCells(totals)]],
  );
}

/** The ledger as a stream: its opening, its lines a batch at a time, its closing. */
export async function* generalLedgerCsv({ head: ledger, batches }: WholeLedger): AsyncGenerator<string> {
  const { openingCents, closingCents, from, to } = ledger;
  const head = [
    "date",
    "entry",
    "account",
    "memo",
    "source",
    "client",
    "project",
    "invoice",
    "debit",
    "credit",
    "balance",
  ];
  const plain = (day: string, words: string, balance: number) => [day, "", "", words, "", "", "", "", 0, 0, balance];
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
    Math.max(line.amountCents, 0),
    Math.max(0 - line.amountCents, 0),
    line.balanceCents,
  ];
}

function sectionRows(title: string, section: StatementSection): CsvCell[][] {
  return [...lineRows(title, section), [title, "", `Total ${title.toLowerCase()}`, section.totalCents]];
}

function lineRows(title: string, { lines }: StatementSection): CsvCell[][] {
  return lines.map((line) => [title, line.code, line.name, line.amountCents]);
}

function agedCells(amounts: AgedAmounts): CsvCell[] {
  return [...ageBuckets.map((bucket) => amounts[bucket]), amounts.total];
}
