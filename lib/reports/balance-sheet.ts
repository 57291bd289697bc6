import type { Scope } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import type { Cents } from "@/lib/kernel/money";
import { type Range, readMovements } from "./balances";
import { type Columns, columnsOf } from "./columns";
import type { LedgerGroup } from "./ledger-groups";
import { ledgerLines } from "./ledger-lines";
import type { Report } from "./report";
import type { SheetRow } from "./sheet";
import { figures, type StatementSection, sectionOf, sectionRows, sumsBy } from "./statement";

/** Amounts by range, as the ranges were asked for. */
export type BalanceSheet = {
  assets: StatementSection;
  liabilities: StatementSection;
  equity: StatementSection;
  /** Income less expenses since the first entry: what the owners earned and no closing entry has moved yet. */
  earnings: Cents[];
  totalEquity: Cents[];
  /** Equals the assets, or the books are broken and this throws. */
  liabilitiesAndEquity: Cents[];
};

/** What the firm owns and owes at the end of each day. Assets = liabilities + equity, asserted. */
export async function balanceSheet(
  scope: Scope<"reports.read">,
  days: readonly PlainDate[],
  known: PlainDate | null = null,
): Promise<BalanceSheet> {
  const balances = await readMovements(
    scope,
    days.map((to) => ({ from: null, to })),
    { known },
  );
  const section = (type: StatementSection["type"]) => sectionOf(type, balances, days.length);
  const [assets, liabilities, equity] = [section("asset"), section("liability"), section("equity")];
  const [income, expense] = [section("income"), section("expense")];
  const at = (amounts: Cents[], n: number) => amounts[n] ?? 0;
  const earnings = sumsBy(days.length, (n) => [at(income.totals, n), 0 - at(expense.totals, n)]);
  const totalEquity = sumsBy(days.length, (n) => [at(equity.totals, n), at(earnings, n)]);
  const liabilitiesAndEquity = sumsBy(days.length, (n) => [at(liabilities.totals, n), at(totalEquity, n)]);
  days.forEach((day, n) => {
    const [owned, owed] = [at(assets.totals, n), at(liabilitiesAndEquity, n)];
    assert(owned === owed, `balance sheet as of ${day}: assets ${owned}, liabilities and equity ${owed}`);
  });
  return { assets, liabilities, equity, earnings, totalEquity, liabilitiesAndEquity };
}

export const balanceSheetReport: Report = {
  slug: "balance-sheet",
  title: "Balance sheet",
  words: "What the firm owns and owes on a day, with current earnings.",
  group: "statements",
  right: "reports.read",
  asks: { days: "day", comparisons: ["none", "previous", "year", "months", "quarters"], known: true },
  make: async (scope, ask) => {
    const columns = columnsOf(ask, "day");
    const days = columns.ranges.map((range) => range.to);
    const sheet = await balanceSheet(scope, days, ask.known);
    return {
      caption: "Balance sheet",
      of: "Account",
      columns: columns.columns,
      rows: rowsOf(sheet, columns, ask.known),
      empty: "",
      notes: [
        "Current earnings are income less expenses since the first entry that no year-end closing has moved yet.",
      ],
    };
  },
};

function rowsOf(sheet: BalanceSheet, columns: Columns, known: PlainDate | null): SheetRow[] {
  const ofAccount = (sign: 1 | -1) => (account: AccountId, range: Range) =>
    ledgerLines({ account }, range, { known }, sign);
  const of = (group: LedgerGroup, sign: 1 | -1) => (range: Range) => ledgerLines({ of: group }, range, { known }, sign);
  const earnings = figures(
    { key: "earnings", style: "line", label: "Current earnings" },
    sheet.earnings,
    columns,
    of("earnings", -1),
  );
  return [
    ...sectionRows("Assets", sheet.assets, columns, { ofAccount: ofAccount(1), ofTotal: of("assets", 1) }),
    ...sectionRows("Liabilities", sheet.liabilities, columns, {
      ofAccount: ofAccount(-1),
      ofTotal: of("liabilities", -1),
    }),
    ...sectionRows("Equity", { ...sheet.equity, totals: sheet.totalEquity }, columns, {
      ofAccount: ofAccount(-1),
      ofTotal: of("equity", -1),
      more: [earnings],
    }),
    figures(
      { key: "financing", style: "last", label: "Total liabilities and equity" },
      sheet.liabilitiesAndEquity,
      columns,
      of("financing", -1),
    ),
  ];
}
