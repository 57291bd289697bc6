import { sql } from "drizzle-orm";
import { accounts, bills, vendors } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { AccountId, VendorId } from "@/lib/kernel/ids";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { balanceAsOf } from "@/lib/ledger/balances";
import { type AgeBucket, ageBuckets, bucketLabels } from "./age-buckets";
import { ageOf, openBills } from "./aging/open-bills";
import { type AgedAmounts, agedAmounts } from "./ar-aging";
import { ledgerLines } from "./ledger-lines";
import type { Report } from "./report";
import { type Lines, money, type Sheet } from "./sheet";

export type ApAging = {
  asOf: PlainDate;
  vendors: { vendorId: VendorId; vendorName: string; amounts: AgedAmounts }[];
  totals: AgedAmounts;
  /**
   * The account that these bills are the detail of, owed positive. They are equal but for entries by hand from before there
   * were bills; `differenceCents` says how much of the account no bill explains.
   */
  control: { accountId: AccountId; code: string; name: string; balanceCents: Cents; differenceCents: Cents };
};

type Row = {
  accountId: AccountId;
  code: string;
  accountName: string;
  balance: string;
  vendorId: VendorId | null;
  vendorName: string;
} & Record<AgeBucket, string>;

/** What each vendor was owed at the end of a day, by how long it was due. One query for ten vendors as for ten thousand. */
export async function apAging(scope: Scope<"reports.read">, { asOf }: { asOf: PlainDate }): Promise<ApAging> {
  const amounts = ageBuckets.map(
    (bucket) => sql`coalesce(sum(open_cents) filter (where ${ageOf(asOf, bucket)}), 0) as ${sql.identifier(bucket)}`,
  );
  const { rows } = await scope.read((db) =>
    db.execute<Row>(sql`
      with control as materialized (
        select ${accounts.id} as id, ${accounts.code} as code, ${accounts.name} as name, -${balanceAsOf(asOf)} as balance
        from ${accounts} where ${owned(scope, accounts)} and ${accounts.role} = 'payable'
      ), aged as (
        select ${bills.vendorId}, ${sql.join(amounts, sql`, `)}
        from ${openBills(scope, asOf)} group by ${bills.vendorId}
      )
      select control.id as "accountId", control.code, control.name as "accountName", control.balance,
        aged.vendor_id as "vendorId", ${vendors.name} as "vendorName", aged.*
      from control left join aged on true
      left join ${vendors} on ${owned(scope, vendors)} and ${vendors.id} = aged.vendor_id
      order by lower(${vendors.name}), aged.vendor_id`),
  );
  const head = present(rows[0], "the payable account");
  const aged = rows.flatMap((row) => (row.vendorId === null ? [] : [{ ...row, vendorId: row.vendorId }]));
  const byVendor = aged.map((row) => ({
    vendorId: row.vendorId,
    vendorName: row.vendorName,
    amounts: agedAmounts((bucket) => cents(Number(row[bucket]))),
  }));
  const totals = agedAmounts((bucket) => sumCents(byVendor.map((vendor) => vendor.amounts[bucket])));
  const balanceCents = cents(Number(head.balance));
  const { accountId, code, accountName: name } = head;
  const differenceCents = cents(balanceCents - totals.total);
  return { asOf, vendors: byVendor, totals, control: { accountId, code, name, balanceCents, differenceCents } };
}

export const apAgingReport: Report = {
  slug: "ap-aging",
  title: "A/P aging",
  words: "What is owed to whom for how long; ties to Accounts Payable.",
  group: "balances",
  right: "reports.read",
  asks: { days: "day" },
  make: async (scope, { to: asOf }) => {
    const aging = await apAging(scope, { asOf });
    const linesOf = (cell: Record<string, string>): Lines => ({
      in: "reports/ap-aging",
      query: { asOf, ...cell },
      sign: 1,
    });
    const cellsOf = (amounts: AgedAmounts, whose: Record<string, string>) => [
      ...ageBuckets.map((bucket) => money(amounts[bucket], linesOf({ ...whose, bucket }))),
      money(amounts.total, linesOf(whose.vendor ? whose : { all: "1" })),
    ];
    return {
      caption: "Open amounts by vendor and age",
      of: "Vendor",
      columns: [
        ...ageBuckets.map((bucket) => ({ label: bucketLabels[bucket], kind: "money" as const })),
        { label: "Total", kind: "money" },
      ],
      rows: [
        ...aging.vendors.map(({ vendorId, vendorName, amounts }) => ({
          key: vendorId,
          style: "line" as const,
          label: vendorName,
          cells: cellsOf(amounts, { vendor: vendorId }),
        })),
        { key: "total", style: "last", label: "Total", cells: cellsOf(aging.totals, {}) },
      ],
      empty: "Nobody is owed anything on this day.",
      notes: [],
      proof: proofOf(aging.control, asOf),
    };
  },
};

function proofOf(control: ApAging["control"], to: PlainDate): Sheet["proof"] {
  const { accountId: account, differenceCents, balanceCents } = control;
  const holds = differenceCents === 0;
  const why = holds ? "" : " Entries made there by hand, before there were bills, belong to no bill.";
  return {
    holds,
    words: holds ? "Ties to " : `Differs by ${formatDollars(differenceCents)} from `,
    label: `${control.code} ${control.name}`,
    after: `: ${formatDollars(balanceCents)} in the ledger.${why}`,
    lines: ledgerLines({ account }, { from: null, to }, {}, -1),
  };
}
