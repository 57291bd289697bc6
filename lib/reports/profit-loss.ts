import type { Scope } from "@/lib/access/scope";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { type Basis, setOf } from "./ask";
import { type AccountMovement, type Range, readMovements } from "./balances";
import { cashEntries, cashReceived } from "./cash-basis";
import { cashSpent } from "./cash-spent";
import { columnsOf } from "./columns";
import { ledgerLines } from "./ledger-lines";
import type { LineFilter } from "./line-filter";
import type { LineListName } from "./lines";
import type { Report } from "./report";
import type { Lines, SheetRow } from "./sheet";
import { figures, type StatementSection, sectionOf, sectionRows, sumsBy } from "./statement";

/** Amounts by range, as the ranges were asked for. */
export type ProfitLoss = {
  income: StatementSection;
  expense: StatementSection;
  net: Cents[];
  /** On the cash basis, what came in for invoices; it is part of the income. */
  received: Cents[];
};

/**
 * What was earned and spent in each range of days, both ends included: by the day of the entry, or on the cash basis by
 * the day that money moved. The year-end closing is neither earned nor spent and counts for nothing.
 */
export async function profitLoss(
  scope: Scope<"reports.read">,
  ranges: readonly Range[],
  { basis = "accrual", ...filter }: LineFilter & { basis?: Basis } = {},
): Promise<ProfitLoss> {
  const [movements, received] =
    basis === "cash"
      ? await Promise.all([cashMovements(scope, ranges, filter), cashReceived(scope, ranges, filter)])
      : [await readMovements(scope, ranges, { ...filter, withoutClosing: true }), []];
  const income = sectionOf("income", movements, ranges.length);
  const expense = sectionOf("expense", movements, ranges.length);
  const totals = sumsBy(ranges.length, (n) => [income.totals[n] ?? 0, received[n] ?? 0]);
  const net = sumsBy(ranges.length, (n) => [totals[n] ?? 0, 0 - (expense.totals[n] ?? 0)]);
  return { income: { ...income, totals }, expense, net, received };
}

/** What cash entries booked, and with it what was paid of bills and to members. */
async function cashMovements(
  scope: Scope<"reports.read">,
  ranges: readonly Range[],
  filter: LineFilter,
): Promise<AccountMovement[]> {
  const [entries, spent] = await Promise.all([cashEntries(scope, ranges, filter), cashSpent(scope, ranges, filter)]);
  return entries.map((account) => {
    const paid = spent.get(account.accountId);
    const amounts = account.amounts.map((amount, n) => cents(amount + (paid?.[n] ?? 0)));
    return { ...account, amounts };
  });
}

const basisNotes = {
  accrual: "Accrual basis: income and expenses by the day of their entries.",
  cash: "Cash basis: income when money is put on an invoice for work, without the invoice’s share of sales tax, less refunds; bills and members’ expenses when they are paid; other income and expenses on the day that cash moves. Deposits and client credit are no income until they are put on an invoice. Credit given as a courtesy was never money, so it is taken off on the day it is given. Credit notes and write-offs of what was not paid count for nothing.",
};

export const profitLossReport: Report = {
  slug: "profit-loss",
  title: "Profit and loss",
  words: "What was earned and spent between two days, accrual or cash.",
  group: "statements",
  right: "reports.read",
  asks: {
    days: "range",
    comparisons: ["none", "previous", "year", "months", "quarters"],
    basis: true,
    parties: true,
    known: true,
  },
  make: async (scope, ask) => {
    const columns = columnsOf(ask, "range");
    const filter = { clientId: ask.clientId, projectId: ask.projectId, known: ask.known };
    const report = await profitLoss(scope, columns.ranges, { ...filter, basis: ask.basis });
    const counted: LineFilter = { ...filter, withoutClosing: true };
    const ofAccount = (group: "income" | "expenses", sign: 1 | -1) => (account: AccountId, range: Range) =>
      ask.basis === "cash"
        ? listLines(cashLists[group], range, filter, account)
        : ledgerLines({ account }, range, counted, sign);
    const of = (group: keyof typeof cashLists, sign: 1 | -1) => (range: Range) =>
      ask.basis === "cash"
        ? listLines(cashLists[group], range, filter)
        : ledgerLines({ of: group }, range, counted, sign);
    const receipts: SheetRow[] =
      ask.basis === "cash"
        ? [
            figures(
              { key: "received", style: "line", label: "Received for invoices" },
              report.received,
              columns,
              (range) => listLines("receipts", range, filter),
            ),
          ]
        : [];
    return {
      caption: "Profit and loss",
      of: "Account",
      columns: columns.columns,
      rows: [
        ...sectionRows("Income", report.income, columns, {
          ofAccount: ofAccount("income", -1),
          ofTotal: of("income", -1),
          more: receipts,
        }),
        ...sectionRows("Expenses", report.expense, columns, {
          ofAccount: ofAccount("expenses", 1),
          ofTotal: of("expenses", 1),
        }),
        figures(
          { key: "net", style: "last", label: report.net.every((net) => net < 0) ? "Net loss" : "Net profit" },
          report.net,
          columns,
          of("earnings", -1),
        ),
      ],
      empty: "",
      notes: [basisNotes[ask.basis]],
    };
  },
};

/** Figures of the cash basis are no sums of the ledger's lines alone. */
const cashLists = { income: "cash-income", expenses: "cash-expenses", earnings: "cash-net" } as const;

function listLines(
  of: LineListName,
  { from, to }: Range,
  { clientId, projectId, known }: LineFilter,
  account: AccountId | null = null,
): Lines {
  const query = setOf({ of, from, to, account, client: clientId, project: projectId, known });
  return { in: "reports/lines", query, sign: 1 };
}
