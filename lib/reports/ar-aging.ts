import { type SQL, sql } from "drizzle-orm";
import { accounts, clients, invoices, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { AccountId, ClientId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { balanceAsOf } from "@/lib/ledger/balances";
import { type AgeBucket, ageBuckets, bucketLabels } from "./age-buckets";
import { ageOf, openInvoices } from "./aging/open-invoices";
import { setOf } from "./ask";
import { ledgerLines } from "./ledger-lines";
import { lineCondition } from "./line-filter";
import type { Report } from "./report";
import { type Lines, money, type Sheet } from "./sheet";

export type AgedAmounts = Record<AgeBucket, Cents> & { total: Cents };

export type ArAging = {
  asOf: PlainDate;
  clients: { clientId: ClientId; clientName: string; amounts: AgedAmounts }[];
  totals: AgedAmounts;
  /** The account that these invoices are the detail of. The two are equal, or `differenceCents` says by how much not. */
  control: { accountId: AccountId; code: string; name: string; balanceCents: Cents; differenceCents: Cents };
};

type Row = {
  accountId: AccountId;
  code: string;
  accountName: string;
  balance: string;
  clientId: ClientId | null;
  clientName: string;
} & Record<AgeBucket, string>;

/** What each client owed at the end of a day, by how long it was due. One query for ten clients as for ten thousand. */
export async function arAging(
  scope: Scope<"reports.read">,
  { asOf, known = null }: { asOf: PlainDate; known?: PlainDate | null },
): Promise<ArAging> {
  const amounts = ageBuckets.map(
    (bucket) => sql`coalesce(sum(open_cents) filter (where ${ageOf(asOf, bucket)}), 0) as ${sql.identifier(bucket)}`,
  );
  const { rows } = await scope.read((db) =>
    db.execute<Row>(sql`
      with control as materialized (
        select ${accounts.id} as id, ${accounts.code} as code, ${accounts.name} as name, ${known ? knownBalance(scope, asOf, known) : balanceAsOf(asOf)} as balance
        from ${accounts} where ${owned(scope, accounts)} and ${accounts.role} = 'receivable'
      ), aged as (
        select ${invoices.clientId}, ${sql.join(amounts, sql`, `)}
        from ${openInvoices(scope, asOf, known)} group by ${invoices.clientId}
      )
      select control.id as "accountId", control.code, control.name as "accountName", control.balance,
        aged.client_id as "clientId", ${clients.name} as "clientName", aged.*
      from control left join aged on true
      left join ${clients} on ${owned(scope, clients)} and ${clients.id} = aged.client_id
      order by lower(${clients.name}), aged.client_id`),
  );
  const head = present(rows[0], "the receivable account");
  const aged = rows.flatMap((row) => (row.clientId === null ? [] : [{ ...row, clientId: row.clientId }]));
  const byClient = aged.map((row) => ({
    clientId: row.clientId,
    clientName: row.clientName,
    amounts: agedAmounts((bucket) => cents(Number(row[bucket]))),
  }));
  const totals = agedAmounts((bucket) => sumCents(byClient.map((client) => client.amounts[bucket])));
  const balanceCents = cents(Number(head.balance));
  const { accountId, code, accountName: name } = head;
  const differenceCents = cents(balanceCents - totals.total);
  return { asOf, clients: byClient, totals, control: { accountId, code, name, balanceCents, differenceCents } };
}

function knownBalance(scope: Scope, asOf: PlainDate, known: PlainDate): SQL {
  return sql`coalesce((select sum(${journalLines.amountCents}) from ${journalLines}
    where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
      and ${journalLines.entryOn} <= ${asOf}::date and ${lineCondition(scope, { known })}), 0)`;
}

export const arAgingReport: Report = {
  slug: "ar-aging",
  title: "A/R aging",
  words: "Who owes how much for how long; ties to Accounts Receivable.",
  group: "balances",
  right: "reports.read",
  asks: { days: "day", known: true },
  make: async (scope, { to, known }) => {
    const aging = await arAging(scope, { asOf: to, known });
    const linesOf = (cell: Record<string, string>): Lines => ({
      in: "reports/ar-aging",
      query: { ...setOf({ asOf: to, known }), ...cell },
      sign: 1,
    });
    const cellsOf = (amounts: AgedAmounts, whose: Record<string, string>) => [
      ...ageBuckets.map((bucket) => money(amounts[bucket], linesOf({ ...whose, bucket }))),
      money(amounts.total, linesOf(whose.client ? whose : { all: "1" })),
    ];
    return {
      caption: "Open amounts by client and age",
      of: "Client",
      columns: [
        ...ageBuckets.map((bucket) => ({ label: bucketLabels[bucket], kind: "money" as const })),
        { label: "Total", kind: "money" },
      ],
      rows: [
        ...aging.clients.map(({ clientId, clientName, amounts }) => ({
          key: clientId,
          style: "line" as const,
          label: clientName,
          cells: cellsOf(amounts, { client: clientId }),
        })),
        { key: "total", style: "last", label: "Total", cells: cellsOf(aging.totals, {}) },
      ],
      empty: "Nobody owes anything on this day.",
      notes: [],
      proof: proofOf(aging.control, to, known),
    };
  },
};

function proofOf(control: ArAging["control"], to: PlainDate, known: PlainDate | null): Sheet["proof"] {
  const { accountId: account, differenceCents, balanceCents } = control;
  const holds = differenceCents === 0;
  return {
    holds,
    words: holds ? "Ties to " : `Differs by ${formatDollars(differenceCents)} from `,
    label: `${control.code} ${control.name}`,
    after: `: ${formatDollars(balanceCents)} in the ledger.`,
    lines: ledgerLines({ account }, { from: null, to }, { known }, 1),
  };
}

/** The amounts of all ages, and their sum. */
export function agedAmounts(amountOf: (bucket: AgeBucket) => Cents): AgedAmounts {
  const amounts = Object.fromEntries(ageBuckets.map((bucket) => [bucket, amountOf(bucket)])) as Record<
    AgeBucket,
    Cents
  >;
  return { ...amounts, total: sumCents(Object.values(amounts)) };
}
