import type { Scope } from "@/lib/access/scope";
import { plainDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { isAgeBucket } from "@/lib/reports/age-buckets";
import { listAgedBills } from "@/lib/reports/aged-bills";
import { listAgedInvoices } from "@/lib/reports/aged-invoices";
import { askedLedger } from "@/lib/reports/asked-ledger";
import { wholeLedger } from "@/lib/reports/general-ledger";
import { askedLines, type LineList, type ListedLine, linesRequest, listLines } from "@/lib/reports/lines";
import { askedRange } from "@/lib/reports/report-days";
import type { Lines, Sheet } from "@/lib/reports/sheet";
import { listTimeEntries, timeFilters } from "@/lib/time/queries";

type ReportScope = Scope<"reports.read" | "time.read">;

/** What the lines behind a figure sum to, read as the page that its link leads to reads them. */
export async function sumBehind(
  scope: ReportScope,
  { in: where, query, sign }: Lines,
  column: string,
): Promise<number> {
  if (where === "reports/lines") return sign * (await sumOfList(scope, query));
  if (where === "reports/ar-aging") return sign * (await sumOfInvoices(scope, query));
  if (where === "reports/ap-aging") return sign * (await sumOfBills(scope, query));
  if (where === "time") return sumOfTime(scope, query, column);
  const { from, to } = askedRange(query, scope.today);
  const { of, filter } = askedLedger(query, undefined, scope.today);
  let sum = 0;
  const { head, batches } = await wholeLedger(scope, { of, from, to, filter }, 500);
  for await (const batch of batches) for (const line of batch) sum += line.amountCents;
  if (head.movementCents !== (head.isDebitNormal ? sum : 0 - sum))
    throw new Error("the ledger's head is not its lines");
  return sum === 0 ? 0 : sign * sum;
}

async function sumOfList(scope: ReportScope, query: Record<string, string>): Promise<number> {
  const ask = askedLines(query, scope.today);
  if (!ask) throw new Error(`there is no list ${query.of}`);
  const lines: ListedLine[] = [];
  let after: string | null = "";
  while (after !== null) {
    const request = { ...linesRequest({ after }), limit: 2 };
    const list: LineList = await listLines(scope, ask, request);
    lines.push(...list.lines);
    after = list.next;
    const sum = lines.reduce((all, line) => all + line.cents, 0);
    const isWhole = sum === list.sumCents && new Set(lines.map(({ key }) => key)).size === list.count;
    if (after === null && !isWhole) throw new Error("the list's head is not its lines");
  }
  return lines.reduce((all, line) => all + line.cents, 0);
}

async function sumOfInvoices(scope: ReportScope, query: Record<string, string>): Promise<number> {
  const page = { ...listRequest({}, { sorts: ["due"], defaultSort: "due" }), limit: 500 };
  const bucket = query.bucket && isAgeBucket(query.bucket) ? query.bucket : null;
  const clientId = isId("client", query.client) ? query.client : null;
  const cell = {
    asOf: plainDate(query.asOf ?? ""),
    known: query.known ? plainDate(query.known) : null,
    clientId,
    bucket,
  };
  const { rows } = await listAgedInvoices(scope, cell, page);
  return rows.reduce((all, row) => all + row.openCents, 0);
}

async function sumOfBills(scope: ReportScope, query: Record<string, string>): Promise<number> {
  const page = { ...listRequest({}, { sorts: ["due"], defaultSort: "due" }), limit: 500 };
  const bucket = query.bucket && isAgeBucket(query.bucket) ? query.bucket : null;
  const vendorId = isId("vendor", query.vendor) ? query.vendor : null;
  const { rows } = await listAgedBills(scope, { asOf: plainDate(query.asOf ?? ""), vendorId, bucket }, page);
  return rows.reduce((all, row) => all + row.openCents, 0);
}

async function sumOfTime(scope: ReportScope, query: Record<string, string>, column: string): Promise<number> {
  const asked = listRequest(query, { sorts: ["day"], defaultSort: "day", filters: timeFilters });
  const { minutes, billableMinutes } = await listTimeEntries(scope, asked);
  return column === "Billable" ? billableMinutes : minutes;
}

export type Figured = { row: string; column: string; value: number; lines: Lines };

/** Every figure of a report that leads somewhere. */
export function figuresOf({ rows, columns }: Sheet): Figured[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell, n) => {
      if (cell.kind !== "money" && cell.kind !== "minutes") return [];
      const value = cell.kind === "money" ? cell.cents : cell.minutes;
      const column = columns[n]?.label ?? "";
      return cell.lines ? [{ row: row.label, column, value, lines: cell.lines }] : [];
    }),
  );
}
