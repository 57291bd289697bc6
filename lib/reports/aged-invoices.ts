import { and, eq, type SQL, sql } from "drizzle-orm";
import { clients, invoices } from "@/db/schema";
import { keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { isPlainDate, type PlainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import type { Cursor } from "@/lib/kernel/listing";
import { type Cents, cents } from "@/lib/kernel/money";
import { type AgeBucket, daysLate } from "./age-buckets";
import { ageOf, openInvoices } from "./aging/open-invoices";

/** One cell of the aging: a client, an age, both, or neither for its grand total. */
export type AgingCell = {
  asOf: PlainDate;
  known?: PlainDate | null;
  clientId: ClientId | null;
  bucket: AgeBucket | null;
};

export type AgedInvoice = {
  id: InvoiceId;
  sortKey: PlainDate;
  number: string;
  clientId: ClientId;
  clientName: string;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  totalCents: Cents;
  openCents: Cents;
  daysLate: number;
};

type Row = Omit<AgedInvoice, "totalCents" | "openCents" | "daysLate"> & {
  totalCents: string;
  openCents: string;
  count: string;
  sum: string;
};

const byDueDay: Order = { by: invoices.dueOn, id: invoices.id, type: "date" };

/** The invoices that a cell of the aging is the sum of, oldest due day first; `sumCents` is that cell. */
export async function listAgedInvoices(
  scope: Scope<"reports.read">,
  { asOf, known = null, clientId, bucket }: AgingCell,
  page: { after: Cursor | null; before: Cursor | null; limit: number },
) {
  const cell = and(clientId ? eq(invoices.clientId, clientId) : undefined, bucket ? ageOf(asOf, bucket) : undefined);
  const [after, before] = [madeHere(page.after), madeHere(page.before)];
  const request = { after, before, limit: page.limit, search: "", sort: "due", descending: false, filters: {} };
  const { rows, ...neighbours } = await keysetPage(request, byDueDay, undefined, async ({ where, orderBy, limit }) => {
    const query = cellQuery(
      scope,
      openInvoices(scope, asOf, known),
      cell,
      where,
      sql`order by ${sql.join(orderBy, sql`, `)} limit ${limit}`,
    );
    return (await scope.read((db) => db.execute<Row>(query))).rows;
  });
  const invoicesOfPage = rows.map(({ count: _, sum: __, ...row }): AgedInvoice => {
    const [totalCents, openCents] = [cents(Number(row.totalCents)), cents(Number(row.openCents))];
    return { ...row, totalCents, openCents, daysLate: daysLate(row.dueOn, asOf) };
  });
  const [count, sumCents] = [Number(rows[0]?.count ?? 0), cents(Number(rows[0]?.sum ?? 0))];
  return { rows: invoicesOfPage, count, sumCents, ...neighbours };
}

function cellQuery(scope: Scope, open: SQL, cell: SQL | undefined, seek: SQL | undefined, slice: SQL): SQL {
  return sql`
    with cell as (select * from ${open} where ${cell ?? sql`true`})
    select ${invoices.id} as id, ${invoices.dueOn} as "sortKey", ${invoices.number} as number,
      ${invoices.clientId} as "clientId", ${clients.name} as "clientName", ${invoices.issuedOn} as "issuedOn",
      ${invoices.dueOn} as "dueOn", ${invoices.totalCents} as "totalCents", open_cents as "openCents",
      (select count(*) from cell) as count, (select sum(open_cents) from cell) as sum
    from cell ${invoices}
    join ${clients} on ${owned(scope, clients)} and ${clients.id} = ${invoices.clientId}
    where ${seek ?? sql`true`} ${slice}`;
}

/** A cursor that somebody made up is none. */
function madeHere(cursor: Cursor | null): Cursor | null {
  return cursor && isPlainDate(String(cursor.value)) ? cursor : null;
}
