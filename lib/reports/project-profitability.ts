import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import type { Range } from "./balances";
import { ledgerLines } from "./ledger-lines";
import { byProject, type PartyMovement } from "./party-movements";
import type { Report } from "./report";
import { money, percent, type SheetRow } from "./sheet";

export const projectProfitabilityReport: Report = {
  slug: "project-profitability",
  title: "Project profitability",
  words: "Income less expenses of each project, and what no project names.",
  group: "work",
  right: "reports.advanced",
  asks: { days: "range", known: true },
  make: async (scope, { from, to, known }) => {
    const range = { from, to };
    const projects = await byProject(scope, [range], { known });
    const sum = (side: "income" | "expense") => sumCents(projects.map((project) => project[side][0] ?? 0));
    const lines = projects.map((project) => rowOf(project, range, known));
    return {
      caption: "Project profitability",
      of: "Project",
      columns: [
        { label: "Income", kind: "money" },
        { label: "Expenses", kind: "money" },
        { label: "Net", kind: "money" },
        { label: "Margin", kind: "percent" },
      ],
      rows: [
        ...lines,
        {
          key: "total",
          style: "last",
          label: "Total",
          cells: cellsOf(sum("income"), sum("expense"), range, { known }),
        },
      ],
      empty: "No project earned or cost anything in these days.",
      notes: [
        "From the lines of the ledger: invoices less credit notes, expenses and bills on the days they were booked. The total is the profit and loss of the same days, accrual basis.",
      ],
    };
  },
};

function rowOf<Id extends `prj_${string}`>(
  { id, name, income, expense }: PartyMovement<Id>,
  range: Range,
  known: Range["from"],
): SheetRow {
  const filter = { known, projectId: id ?? ("none" as const) };
  const [earned = cents(0), spent = cents(0)] = [income[0], expense[0]];
  return {
    key: id ?? "none",
    style: "line",
    label: name || "Without a project",
    cells: cellsOf(earned, spent, range, filter),
  };
}

function cellsOf(
  income: Cents,
  expense: Cents,
  range: Range,
  filter: { known: Range["from"]; projectId?: `prj_${string}` | "none" },
): SheetRow["cells"] {
  const counted = { ...filter, withoutClosing: true };
  const net = cents(income - expense);
  return [
    money(income, ledgerLines({ of: "income" }, range, counted, -1)),
    money(expense, ledgerLines({ of: "expenses" }, range, counted, 1)),
    money(net, ledgerLines({ of: "earnings" }, range, counted, -1)),
    percent(net, income),
  ];
}
