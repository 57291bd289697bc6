import { sql } from "drizzle-orm";
import { accounts, clients, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId, ClientId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { balanceAsOf } from "@/lib/ledger/balances";
import { type AgeBucket, ageBuckets } from "./age-buckets";
import { ageOf, openInvoices } from "./aging/open-invoices";

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
export async function arAging(scope: Scope<"reports.read">, { asOf }: { asOf: PlainDate }): Promise<ArAging> {
  const amounts = ageBuckets.map(
    (bucket) => sql`coalesce(sum(open_cents) filter (where ${ageOf(asOf, bucket)}), 0) as ${sql.identifier(bucket)}`,
  );
  const { rows } = await scope.read((db) =>
    db.execute<Row>(sql`
      with control as materialized (
        select ${accounts.id} as id, ${accounts.code} as code, ${accounts.name} as name, ${balanceAsOf(asOf)} as balance
        from ${accounts} where ${owned(scope, accounts)} and ${accounts.role} = 'receivable'
      ), aged as (
        select ${invoices.clientId}, ${sql.join(amounts, sql`, `)}
        from ${openInvoices(scope, asOf)} group by ${invoices.clientId}
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

function agedAmounts(amountOf: (bucket: AgeBucket) => Cents): AgedAmounts {
  const amounts = Object.fromEntries(ageBuckets.map((bucket) => [bucket, amountOf(bucket)])) as Record<
    AgeBucket,
    Cents
  >;
  return { ...amounts, total: sumCents(Object.values(amounts)) };
}
