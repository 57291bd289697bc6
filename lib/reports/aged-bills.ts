import { and, eq, type SQL, sql } from "drizzle-orm";
import { bills, vendors } from "@/db/schema";
import { keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { isPlainDate, type PlainDate } from "@/lib/kernel/dates";
import type { BillId, VendorId } from "@/lib/kernel/ids";
import type { Cursor } from "@/lib/kernel/listing";
import { type Cents, cents } from "@/lib/kernel/money";
import { type AgeBucket, daysLate } from "./age-buckets";
import { ageOf, openBills } from "./aging/open-bills";

/** One cell of the aging: a vendor, an age, both, or neither for its grand total. */
export type AgingCell = { asOf: PlainDate; vendorId: VendorId | null; bucket: AgeBucket | null };

export type AgedBill = {
  id: BillId;
  sortKey: PlainDate;
  number: string;
  vendorId: VendorId;
  vendorName: string;
  billedOn: PlainDate;
  dueOn: PlainDate;
  totalCents: Cents;
  openCents: Cents;
  daysLate: number;
};

type Row = Omit<AgedBill, "totalCents" | "openCents" | "daysLate"> & {
  totalCents: string;
  openCents: string;
  count: string;
  sum: string;
};

const byDueDay: Order = { by: bills.dueOn, id: bills.id, type: "date" };

/** The bills that a cell of the aging is the sum of, oldest due day first; `sumCents` is that cell. */
export async function listAgedBills(
  scope: Scope<"reports.read">,
  { asOf, vendorId, bucket }: AgingCell,
  page: { after: Cursor | null; before: Cursor | null; limit: number },
) {
  const cell = and(vendorId ? eq(bills.vendorId, vendorId) : undefined, bucket ? ageOf(asOf, bucket) : undefined);
  const [after, before] = [madeHere(page.after), madeHere(page.before)];
  const request = { after, before, limit: page.limit, search: "", sort: "due", descending: false, filters: {} };
  const { rows, ...neighbours } = await keysetPage(request, byDueDay, undefined, async ({ where, orderBy, limit }) => {
    const query = cellQuery(scope, asOf, cell, where, sql`order by ${sql.join(orderBy, sql`, `)} limit ${limit}`);
    return (await scope.read((db) => db.execute<Row>(query))).rows;
  });
  const billsOfPage = rows.map(({ count: _, sum: __, ...row }): AgedBill => {
    const [totalCents, openCents] = [cents(Number(row.totalCents)), cents(Number(row.openCents))];
    return { ...row, totalCents, openCents, daysLate: daysLate(row.dueOn, asOf) };
  });
  const [count, sumCents] = [Number(rows[0]?.count ?? 0), cents(Number(rows[0]?.sum ?? 0))];
  return { rows: billsOfPage, count, sumCents, ...neighbours };
}

function cellQuery(scope: Scope, asOf: PlainDate, cell: SQL | undefined, seek: SQL | undefined, slice: SQL): SQL {
  return sql`
    with cell as (select * from ${openBills(scope, asOf)} where ${cell ?? sql`true`})
    select ${bills.id} as id, ${bills.dueOn} as "sortKey", ${bills.number} as number,
      ${bills.vendorId} as "vendorId", ${vendors.name} as "vendorName", ${bills.billedOn} as "billedOn",
      ${bills.dueOn} as "dueOn", ${bills.totalCents} as "totalCents", open_cents as "openCents",
      (select count(*) from cell) as count, (select sum(open_cents) from cell) as sum
    from cell ${bills}
    join ${vendors} on ${owned(scope, vendors)} and ${vendors.id} = ${bills.vendorId}
    where ${seek ?? sql`true`} ${slice}`;
}

/** A cursor that somebody made up is none. */
function madeHere(cursor: Cursor | null): Cursor | null {
  return cursor && isPlainDate(String(cursor.value)) ? cursor : null;
}
