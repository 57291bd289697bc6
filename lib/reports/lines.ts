import { type SQL, sql } from "drizzle-orm";
import { accounts, clients, journalEntries, journalLines, members, payments, projects, timeEntries } from "@/db/schema";
import { keysetPage } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import { type AccountId, isId } from "@/lib/kernel/ids";
import { type ListRequest, listRequest, one, type SearchParams } from "@/lib/kernel/listing";
import { type Cents, cents } from "@/lib/kernel/money";
import { sourceLabels } from "@/lib/ledger/posting";
import { settlementLabels } from "@/lib/payments/settlement";
import { askedReport, type ReportAsk } from "./ask";
import { within } from "./balances";
import { receipts } from "./cash-basis";
import { spendings } from "./cash-spent";
import { clientMoney } from "./client-money";
import { type LineFilter, lineCondition } from "./line-filter";
import { sales } from "./sales";

/** Figures that are not sums of journal lines, by what they are sums of. */
export const lineLists = {
  receipts: "Received for invoices",
  "cash-income": "Income, cash basis",
  "cash-expenses": "Expenses, cash basis",
  "cash-net": "Net profit, cash basis",
  "client-money": "Received from clients, less what was given back",
  taxable: "Taxable sales",
  exempt: "Exempt sales",
  labor: "Labor cost",
} as const;

export type LineListName = keyof typeof lineLists;

export type ListedLine = { key: string; day: PlainDate; label: string; about: string; path: string; cents: Cents };

/** A page of the lines, and the sum and number of all of them. */
export type LineList = {
  name: LineListName;
  lines: ListedLine[];
  count: number;
  sumCents: Cents;
  next: string | null;
  previous: string | null;
};

export type LinesAsk = Pick<ReportAsk, "from" | "to" | "clientId" | "projectId" | "known"> & {
  name: LineListName;
  /** One account of those that the figure is the sum of; on the cash basis. */
  accountId: AccountId | null;
  unassigned: boolean;
};

/** Null where the address names no list that there is: another one would be a lie. */
export function askedLines(params: SearchParams, today: PlainDate): LinesAsk | null {
  const ask = askedReport({ days: "range", parties: true, known: true }, params, today);
  const of = one(params.of);
  if (!Object.hasOwn(lineLists, of)) return null;
  const accountId = isId("account", params.account) ? params.account : null;
  return { ...ask, name: of as LineListName, accountId, unassigned: one(params.project) === "none" };
}

export function linesRequest(params: SearchParams): ListRequest {
  return listRequest(params, { sorts: ["date"], defaultSort: "date" });
}

type FoundRow = Omit<ListedLine, "key" | "cents"> & { key: string | null; cents: string; sum: string; count: string };

/** The lines that such a figure is the sum of, oldest first; `sumCents` is the figure. One query. */
export async function listLines(
  scope: Scope<"reports.read">,
  ask: LinesAsk,
  request: ListRequest = linesRequest({}),
): Promise<LineList> {
  let head: FoundRow | undefined;
  const order = { by: sql`found.day`, id: sql`found.key`, type: "date" } as const;
  const { rows, next, previous } = await keysetPage(request, order, undefined, async ({ where, orderBy, limit }) => {
    const by = sql.join(orderBy, sql`, `);
    const { rows } = await scope.read((db) =>
      db.execute<FoundRow>(sql`
        with listed as materialized (
          select found.* from (${listOf(scope, ask)}) found where ${within(sql`found.day`, ask)} and found.cents <> 0
        )
        select found.*, total.sum, total.count from (select coalesce(sum(cents), 0) as sum, count(*) as count from listed) total
        left join (select * from listed found where ${where ?? sql`true`} order by ${by} limit ${limit}) found on true
        order by ${by}`),
    );
    head = rows[0];
    return rows.flatMap((row) => (row.key === null ? [] : [{ ...row, id: row.key, sortKey: row.day }]));
  });
  return {
    name: ask.name,
    lines: rows.map(({ id: key, day, label, about, path, cents: amount }) => ({
      ...{ key, day, label, about, path },
      cents: cents(Number(amount)),
    })),
    count: Number(head?.count ?? 0),
    sumCents: cents(Number(head?.sum ?? 0)),
    ...{ next, previous },
  };
}

function listOf(scope: Scope, ask: LinesAsk): SQL {
  const filter: LineFilter = {
    clientId: ask.clientId,
    projectId: ask.unassigned ? "none" : ask.projectId,
    known: ask.known,
  };
  if (ask.name === "taxable" || ask.name === "exempt") return soldLines(scope, ask.name);
  if (ask.name === "labor") return laborLines(scope, filter);
  if (ask.name === "client-money") return moneyLines(scope, filter);
  if (ask.name === "receipts") return receiptLines(scope, filter);
  return cashLines(scope, ask, filter);
}

/** Income is positive; costs are too where they are asked for alone. */
function cashLines(scope: Scope, { name, accountId }: LinesAsk, filter: LineFilter): SQL {
  const types = { "cash-income": ["income"], "cash-expenses": ["expense"] }[name as string] ?? ["income", "expense"];
  const booked = sql`select line.key, line.day, line.label, ${accounts.code} || ' ' || ${accounts.name} as about, line.path,
      line.cents * ${name === "cash-expenses" ? sql`1` : sql`-1`} as cents
    from (${entryLines(scope, filter)} union all ${spendings(scope, filter)}) line
    join ${accounts} on ${owned(scope, accounts)} and ${accounts.id} = line.account_id
      and ${accounts.type} = any(${sql.param(types)}::text[])
    where ${accountId ? sql`line.account_id = ${accountId}` : sql`true`}`;
  const isBookedAlone = accountId !== null || name === "cash-expenses";
  return isBookedAlone ? booked : sql`${receiptLines(scope, filter)} union all ${booked}`;
}

function receiptLines(scope: Scope, filter: LineFilter): SQL {
  const labels = JSON.stringify({ ...settlementLabels, credit_note: sourceLabels.credit_note });
  return sql`select receipt.id as key, receipt.received_on as day,
      coalesce(${payments.number}, ${labels}::jsonb ->> receipt.kind) || coalesce(' for ' || receipt.number, '') as label,
      ${clients.name} as about,
      case receipt.kind when 'payment' then '/payments/' when 'credit_note' then '/credit-notes/' else '/credits/' end
        || receipt.source_id as path, receipt.revenue_cents as cents
    from (${receipts(scope, filter)}) receipt
    left join ${payments} on ${owned(scope, payments)} and ${payments.id} = receipt.source_id
    join ${clients} on ${owned(scope, clients)} and ${clients.id} = receipt.client_id`;
}

function entryLines(scope: Scope, filter: LineFilter): SQL {
  const condition = lineCondition(scope, { ...filter, touchesCash: true, withoutClosing: true });
  return sql`select ${journalLines.entryId} || '.' || ${journalLines.lineNo} as key, ${journalLines.entryOn} as day,
      ${journalLines.accountId}, ${journalLines.amountCents} as cents,
      coalesce(nullif(${journalLines.memo}, ''), entry.memo) as label,
      '/accounting/journal/' || ${journalLines.entryId} as path
    from ${journalLines}
    join ${journalEntries} entry on entry.company_id = ${journalLines.companyId} and entry.id = ${journalLines.entryId}
    where ${owned(scope, journalLines)} and ${condition}`;
}

function moneyLines(scope: Scope, { clientId }: LineFilter): SQL {
  return sql`select money.id as key, money.day, money.label, ${clients.name} as about, money.path, money.cents
    from (${clientMoney(scope)}) money
    join ${clients} on ${owned(scope, clients)} and ${clients.id} = money.client_id
    where ${clientId ? sql`${clients.id} = ${clientId}` : sql`true`}`;
}

function soldLines(scope: Scope, kind: "taxable" | "exempt"): SQL {
  return sql`select sale.id || sale.sign as key, sale.day, sale.number || sale.suffix as label,
      ${clients.name} as about, sale.path, ${kind === "taxable" ? sql`sale.taxable` : sql`sale.exempt`} as cents
    from (${sales(scope)}) sale join ${clients} on ${owned(scope, clients)} and ${clients.id} = sale.client_id`;
}

/** What each time entry cost, rounded by itself. */
export const laborColumn = sql`round(${timeEntries.durationMinutes} * ${members.costRateCents}::numeric / 60)`;

function laborLines(scope: Scope, { clientId, projectId }: LineFilter): SQL {
  return sql`select ${timeEntries.id} as key, ${timeEntries.workedOn} as day, ${members.displayName} as label,
      ${projects.name} as about, '/time/' || ${timeEntries.id} as path, coalesce(${laborColumn}, 0) as cents
    from ${timeEntries}
    join ${members} on ${owned(scope, members)} and ${members.id} = ${timeEntries.memberId}
    join ${projects} on ${owned(scope, projects)} and ${projects.id} = ${timeEntries.projectId}
    where ${owned(scope, timeEntries)} ${clientId ? sql`and ${timeEntries.clientId} = ${clientId}` : sql``}
      ${projectId ? sql`and ${timeEntries.projectId} = ${projectId}` : sql``}`;
}
