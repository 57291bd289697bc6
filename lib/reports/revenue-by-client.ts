import { columnsOf } from "./columns";
import { ledgerLines } from "./ledger-lines";
import type { LineFilter } from "./line-filter";
import { byClient } from "./party-movements";
import type { Report } from "./report";
import { figures, sumsBy } from "./statement";

export const revenueByClientReport: Report = {
  slug: "revenue-by-client",
  title: "Revenue by client",
  words: "What each client brought in, the largest first.",
  group: "sales",
  right: "reports.read",
  asks: { days: "range", comparisons: ["none", "previous", "year", "months", "quarters"], known: true },
  make: async (scope, ask) => {
    const columns = columnsOf(ask, "range");
    const filter: LineFilter = { known: ask.known };
    const counted = { ...filter, withoutClosing: true };
    const last = columns.ranges.length > 2 ? columns.ranges.length - 1 : 0;
    const clients = (await byClient(scope, columns.ranges, filter))
      .filter((client) => client.income.some((amount) => amount !== 0))
      .sort((a, b) => (b.income[last] ?? 0) - (a.income[last] ?? 0));
    return {
      caption: "Revenue by client",
      of: "Client",
      columns: columns.columns,
      rows: [
        ...clients.map(({ id, name, income }) =>
          figures({ key: id ?? "none", style: "line", label: name || "Without a client" }, income, columns, (range) =>
            ledgerLines({ of: "income" }, range, { ...counted, clientId: id ?? "none" }, -1),
          ),
        ),
        figures(
          { key: "total", style: "last", label: "Total" },
          sumsBy(columns.ranges.length, (n) => clients.map((client) => client.income[n] ?? 0)),
          columns,
          (range) => ledgerLines({ of: "income" }, range, counted, -1),
        ),
      ],
      empty: "Nothing was earned in these days.",
      notes: [
        "Accrual basis: lines of income accounts by the client that they name, without sales tax and less credit notes.",
      ],
    };
  },
};
