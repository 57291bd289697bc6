import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { accounts, journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import type { PlainDate } from "@/lib/kernel/dates";
import { type Cents, cents, sumCents } from "@/lib/kernel/money";
import { balanceAsOf } from "@/lib/ledger/balances";

/** What the books of a period come to. The fingerprint is of every account's balance at its end and of what was posted. */
export type PeriodSeal = {
  entries: number;
  /** The sum of the debits of those entries, which is that of their credits. */
  postedCents: Cents;
  /** The debit side of the trial balance at the period's last day. */
  balanceCents: Cents;
  fingerprint: string;
};

/** Computed anew each time: a close writes it down, and whoever looks at the certificate later compares. */
export async function sealPeriod(
  scope: Scope<"periods.read">,
  { startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate },
): Promise<PeriodSeal> {
  const { rows } = await scope.read((db) =>
    db.execute<{ entries: string; posted: string; balances: [id: string, balance: number][] }>(sql`
      with balance as (
        select ${accounts.id} as id, ${balanceAsOf(endsOn)} as amount from ${accounts} where ${owned(scope, accounts)}
      ), inside as (
        select ${journalEntries.totalCents} as total from ${journalEntries} where ${owned(scope, journalEntries)}
          and ${journalEntries.entryOn} between ${startsOn} and ${endsOn}
      )
      select (select count(*) from inside) as entries, (select coalesce(sum(total), 0) from inside) as posted,
        (select coalesce(json_agg(json_build_array(id, amount) order by id), '[]') from balance where amount <> 0) as balances`),
  );
  const { entries, posted, balances } = present(rows[0], "the seal of a period");
  const said = [`${startsOn} ${endsOn} ${entries} ${posted}`, ...balances.map(([id, amount]) => `${id} ${amount}`)];
  return {
    entries: Number(entries),
    postedCents: cents(Number(posted)),
    balanceCents: sumCents(balances.map(([, amount]) => Math.max(amount, 0))),
    fingerprint: createHash("sha256").update(said.join("\n")).digest("hex"),
  };
}
