import { sql } from "drizzle-orm";
import { accounts, journalEntries, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import { type Cents, cents } from "@/lib/kernel/money";
import type { SourceType } from "@/lib/ledger/posting";
import { sourceTypes } from "@/lib/ledger/posting";
import { setOf } from "./ask";
import { type Range, readMovements, spanOf, sumsOf, within } from "./balances";
import { type Columns, columnsOf } from "./columns";
import { ledgerLines } from "./ledger-lines";
import type { Report } from "./report";
import { type SaleKind, sales } from "./sales";
import type { Lines, SheetRow } from "./sheet";
import { figures } from "./statement";

/** What is invoiced raises what is owed to the state; what is taken back lowers it. The rest is payments and corrections. */
const invoiced: SourceType[] = ["invoice"];
const takenBack: SourceType[] = ["invoice_void", "credit_note", "credit_note_void"];
const others = sourceTypes.filter((type) => ![...invoiced, ...takenBack].includes(type));

export const salesTaxReport: Report = {
  slug: "sales-tax",
  title: "Sales tax liability",
  words: "What was sold with tax and without, and what of it is owed to the state.",
  group: "sales",
  right: "reports.read",
  asks: { days: "range", comparisons: ["none", "months", "quarters"] },
  make: async (scope, ask) => {
    const columns = columnsOf(ask, "range");
    const [sold, tax, movements] = await Promise.all([
      readSales(scope, columns.ranges),
      readTax(scope, columns.ranges),
      readMovements(scope, [...columns.ranges.map(({ to }) => ({ from: null, to }))]),
    ]);
    const account = present(
      movements.find(({ role }) => role === "sales_tax"),
      "the account of sales tax",
    );
    const taxLines = (sources: SourceType[]) => (range: Range) =>
      ledgerLines({ account: account.accountId }, range, { sources }, -1);
    const heading = (label: string): SheetRow => ({ key: label, style: "heading", label, cells: [] });
    const row = (key: string, label: string, amounts: Cents[], linesOf: (range: Range) => Lines) =>
      figures({ key, style: "line", label }, amounts, columns, linesOf);
    return {
      caption: "Sales tax liability",
      of: "Line",
      columns: columns.columns,
      rows: [
        heading("Sales"),
        row("taxable", "Taxable sales", sold.taxable, (range) => saleLines("taxable", range)),
        row("exempt", "Exempt sales", sold.exempt, (range) => saleLines("exempt", range)),
        heading("Tax"),
        row("invoiced", "Tax invoiced", tax.invoiced, taxLines(invoiced)),
        row("taken-back", "Tax taken back with void invoices and credit notes", tax.takenBack, taxLines(takenBack)),
        row("other", "Paid to the state, and corrections", tax.others, taxLines(others)),
        balanceRow(columns, account.amounts, account.accountId),
      ],
      empty: "",
      notes: [
        "Sales count on the day of the invoice, and are taken back on the day of its void or of a credit note. A line is taxable where it is marked so and its invoice has a tax rate; a credit note lowers taxable sales where it takes back tax. Deposits are no sales.",
      ],
    };
  },
};

function balanceRow(columns: Columns, balances: Cents[], account: `acc_${string}`): SheetRow {
  const owed = balances.map((balance) => cents(0 - balance));
  return figures({ key: "owed", style: "last", label: "Owed at the end" }, owed, columns, ({ to }) =>
    ledgerLines({ account }, { from: null, to }, {}, -1),
  );
}

function saleLines(of: SaleKind, { from, to }: Range): Lines {
  return { in: "reports/lines", query: setOf({ of, from, to }), sign: 1 };
}

async function readSales(scope: Scope<"reports.read">, ranges: readonly Range[]): Promise<Record<SaleKind, Cents[]>> {
  const day = sql`sale.day`;
  const { rows } = await scope.read((db) =>
    db.execute<Record<SaleKind, string[]>>(sql`
      select ${sumsOf(sql`sale.taxable`, day, ranges)} as taxable, ${sumsOf(sql`sale.exempt`, day, ranges)} as exempt
      from (${sales(scope)}) sale where ${within(day, spanOf(ranges))}`),
  );
  const amounts = (kind: SaleKind) => (rows[0]?.[kind] ?? []).map((text) => cents(Number(text)));
  return { taxable: amounts("taxable"), exempt: amounts("exempt") };
}

type Moved = Record<"invoiced" | "takenBack" | "others", Cents[]>;

async function readTax(scope: Scope<"reports.read">, ranges: readonly Range[]): Promise<Moved> {
  const day = sql`${journalLines.entryOn}`;
  const moved = (sources: SourceType[]) =>
    sumsOf(
      sql`(case when ${journalEntries.sourceType} = any(${sql.param(sources)}::text[])
        then 0 - ${journalLines.amountCents} else 0 end)`,
      day,
      ranges,
    );
  const { rows } = await scope.read((db) =>
    db.execute<Record<keyof Moved, string[]>>(sql`
      select ${moved(invoiced)} as invoiced, ${moved(takenBack)} as "takenBack", ${moved(others)} as others
      from ${accounts}
      join ${journalLines} on ${owned(scope, journalLines)} and ${journalLines.accountId} = ${accounts.id}
      join ${journalEntries} on ${owned(scope, journalEntries)} and ${journalEntries.id} = ${journalLines.entryId}
      where ${owned(scope, accounts)} and ${accounts.role} = 'sales_tax' and ${within(day, spanOf(ranges))}`),
  );
  const amounts = (key: keyof Moved) => (rows[0]?.[key] ?? []).map((text) => cents(Number(text)));
  return { invoiced: amounts("invoiced"), takenBack: amounts("takenBack"), others: amounts("others") };
}
