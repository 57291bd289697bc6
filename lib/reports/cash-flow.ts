import { and, eq, type SQL, sql } from "drizzle-orm";
import { accounts, journalEntries, journalLines, payments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import { addDays } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { type SourceType, sourceLabels, sourceTypes } from "@/lib/ledger/posting";
import { methodLabels, type PaymentMethod } from "@/lib/payments/payment";
import { type Range, readMovements, spanOf, sumsOf, within } from "./balances";
import { type Columns, columnsOf } from "./columns";
import { ledgerLines } from "./ledger-lines";
import { cashAccounts, knownBy, type LineFilter } from "./line-filter";
import type { Report } from "./report";
import type { SheetRow } from "./sheet";
import { figures, sumsBy } from "./statement";

/** Entries that no document stands behind: what they moved cash for is told by their other accounts. */
const byHand: SourceType[] = ["manual", "reversal", "opening", "opening_void", "closing", "closing_void"];

export type CashFlow = {
  opening: Cents[];
  /** By kind of document, net of its voids, and payments by their method; in is positive. */
  documents: { source: SourceType; method: PaymentMethod | null; amounts: Cents[] }[];
  /** Of entries by hand, by the account on their other side. */
  accounts: { accountId: AccountId; code: string; name: string; amounts: Cents[] }[];
  net: Cents[];
  closing: Cents[];
};

/**
 * Where cash came from and went, directly: every entry that touches a cash account, by its document, or by its other
 * lines. What moves between cash accounts is on both sides and counts for nothing, so the net is exactly the movement of
 * the cash accounts.
 */
export async function cashFlow(
  scope: Scope<"reports.advanced" | "reports.read">,
  ranges: readonly Range[],
  filter: Pick<LineFilter, "known"> = {},
): Promise<CashFlow> {
  const ends = ranges.map(({ to }) => ({ from: null, to }));
  const [balances, told, cash] = await Promise.all([
    readMovements(scope, [...ends, ...ranges], filter),
    readMoved(scope, ranges, filter),
    readCashAccounts(scope),
  ]);
  const held = balances.filter((account) => cash.includes(account.accountId)).map((account) => account.amounts);
  const closing = sumsBy(ranges.length, (n) => held.map((amounts) => amounts[n] ?? 0));
  const moved = sumsBy(ranges.length, (n) => held.map((amounts) => amounts[ranges.length + n] ?? 0));
  const net = sumsBy(ranges.length, (n) => [...told.documents, ...told.accounts].map(({ amounts }) => amounts[n] ?? 0));
  net.forEach((sum, n) => void assert(sum === moved[n], `cash flow: ${sum} told, ${moved[n]} moved`));
  return { opening: sumsBy(ranges.length, (n) => [closing[n] ?? 0, 0 - (net[n] ?? 0)]), ...told, net, closing };
}

export const cashFlowReport: Report = {
  slug: "cash-flow",
  title: "Cash flow",
  words: "Where cash came from and where it went, by month if you like.",
  group: "statements",
  right: "reports.advanced",
  asks: { days: "range", comparisons: ["none", "previous", "year", "months", "quarters"], known: true },
  make: async (scope, ask) => {
    const columns = columnsOf(ask, "range");
    const flow = await cashFlow(scope, columns.ranges, { known: ask.known });
    return {
      caption: "Cash flow",
      of: "Line",
      columns: columns.columns,
      rows: rowsOf(flow, columns, { known: ask.known }),
      empty: "",
      notes: [
        "Direct method: every entry that moves a cash account, by its document or else by the account on its other side. Each document is net of its voids. Cash accounts are Cash and those that payments were deposited into or that refunds, bills and expenses were paid from; what moves between them counts for nothing.",
      ],
    };
  },
};

function rowsOf(flow: CashFlow, columns: Columns, filter: LineFilter): SheetRow[] {
  const heading = (label: string): SheetRow => ({ key: label, style: "heading", label, cells: [] });
  const held = (
    key: string,
    label: string,
    amounts: Cents[],
    style: SheetRow["style"],
    at: (range: Range) => Range | null,
  ) =>
    figures({ key, style, label }, amounts, columns, (range) => {
      const days = at(range);
      return days && ledgerLines({ of: "cash" }, days, filter, 1);
    });
  return [
    held(
      "opening",
      "Cash at the start",
      flow.opening,
      "line",
      ({ from }) => from && { from: null, to: addDays(from, -1) },
    ),
    ...(flow.documents.length > 0 ? [heading("By document")] : []),
    ...flow.documents.map(({ source, method, amounts }) =>
      figures({ key: `${source}${method}`, style: "line", label: labelOf(source, method) }, amounts, columns, (range) =>
        ledgerLines({ of: "cash" }, range, { ...filter, sources: withVoids(source), method }, 1),
      ),
    ),
    ...(flow.accounts.length > 0 ? [heading("By hand, for")] : []),
    ...flow.accounts.map(({ accountId, code, name, amounts }) =>
      figures({ key: accountId, style: "line", code, label: name }, amounts, columns, (range) =>
        ledgerLines({ account: accountId }, range, { ...filter, touchesCash: true, sources: byHand }, -1),
      ),
    ),
    held("net", "Net change of cash", flow.net, "sum", (range) => range),
    held("closing", "Cash at the end", flow.closing, "last", ({ to }) => ({ from: null, to })),
  ];
}

function labelOf(source: SourceType, method: PaymentMethod | null): string {
  if (source === "payment" && method) return `Received: ${methodLabels[method]}`;
  return documentLabels[source] ?? sourceLabels[source];
}

const documentLabels: Partial<Record<SourceType, string>> = {
  refund: "Refunds",
  credit_payout: "Client credit paid out",
  expense: "Expenses",
  reimbursement: "Reimbursements",
  bill_payment: "Bill payments",
};

function withVoids(source: SourceType): SourceType[] {
  return sourceTypes.filter((type) => type === source || type === `${source}_void`);
}

async function readCashAccounts(scope: Scope<"reports.read">): Promise<AccountId[]> {
  const found = await scope.read((db) =>
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(owned(scope, accounts), eq(accounts.isBank, true))),
  );
  return found.map(({ id }) => id);
}

type Row = {
  source: SourceType | null;
  method: PaymentMethod | null;
  accountId: AccountId | null;
  code: string;
  name: string;
  amounts: string[];
};

async function readMoved(scope: Scope<"reports.read">, ranges: readonly Range[], filter: Pick<LineFilter, "known">) {
  const { rows } = await scope.read((db) => db.execute<Row>(movedQuery(scope, ranges, filter)));
  const told = rows
    .map((row) => ({ ...row, amounts: row.amounts.map((text) => cents(Number(text))) }))
    .filter(({ amounts }) => amounts.some((amount) => amount !== 0));
  return {
    documents: told.flatMap(({ source, method, amounts }) => (source ? [{ source, method, amounts }] : [])),
    accounts: told.flatMap(({ accountId, code, name, amounts }) =>
      accountId ? [{ accountId, code, name, amounts }] : [],
    ),
  };
}

function movedQuery(scope: Scope, ranges: readonly Range[], { known }: Pick<LineFilter, "known">): SQL {
  const hand = sql`any(${sql.param(byHand)}::text[])`;
  return sql`
    with touched as materialized (
      select ${journalLines.entryId}, ${journalLines.entryOn}, ${journalEntries.sourceType}, ${journalEntries.sourceId},
        sum(${journalLines.amountCents}) as cents
      from ${journalLines}
      join ${journalEntries} on ${owned(scope, journalEntries)} and ${journalEntries.id} = ${journalLines.entryId}
      where ${owned(scope, journalLines)} and ${journalLines.accountId} = any(${cashAccounts(scope)})
        and ${within(sql`${journalLines.entryOn}`, spanOf(ranges))} ${known ? sql`and ${knownBy(scope, known)}` : sql``}
      group by 1, 2, 3, 4
    ), others as (
      select ${journalLines.accountId} as account_id,
        ${sumsOf(sql`(0 - ${journalLines.amountCents})`, sql`touched.entry_on`, ranges)} as amounts
      from touched
      join ${journalLines} on ${owned(scope, journalLines)} and ${journalLines.entryId} = touched.entry_id
        and ${journalLines.accountId} <> all(${cashAccounts(scope)})
      where touched.source_type = ${hand} group by 1
    )
    select regexp_replace(touched.source_type, '_void$', '') as source, ${payments.method} as method, null as "accountId", '' as code, '' as name,
      ${sumsOf(sql`touched.cents`, sql`touched.entry_on`, ranges)} as amounts
    from touched
    left join ${payments} on touched.source_type in ('payment', 'payment_void') and ${owned(scope, payments)}
      and ${payments.id} = touched.source_id
    where touched.source_type <> all(${sql.param(byHand)}::text[]) group by 1, 2
    union all
    select null, null, others.account_id, ${accounts.code}, ${accounts.name}, others.amounts
    from others join ${accounts} on ${owned(scope, accounts)} and ${accounts.id} = others.account_id
    order by code, source, method`;
}
