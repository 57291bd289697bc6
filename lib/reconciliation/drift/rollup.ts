import { sql } from "drizzle-orm";
import { accountMonths, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { type Cents, cents } from "@/lib/kernel/money";

/** The one derivation that is stored: an account's month that is not the sum of its lines. */
export type WrongMonth = { accountId: string; month: string; keptCents: Cents; sumCents: Cents };

export async function findWrongMonths(scope: Scope, db: Reader): Promise<WrongMonth[]> {
  const { rows } = await db.execute<{ account: string; month: string; kept: string; sum: string }>(sql`
    select coalesce(m.account_id, l.account_id) as account, to_char(coalesce(m.month, l.month), 'YYYY-MM-DD') as month,
      coalesce(m.amount_cents, 0) as kept, coalesce(l.amount, 0) as sum
    from (select account_id, month, amount_cents, line_count from ${accountMonths} where ${owned(scope, accountMonths)}) m
    full join (select account_id, date_trunc('month', entry_on)::date as month, sum(amount_cents) as amount, count(*) as n
      from ${journalLines} where ${owned(scope, journalLines)} group by 1, 2) l
      on l.account_id = m.account_id and l.month = m.month
    where coalesce(m.amount_cents, 0) <> coalesce(l.amount, 0) or coalesce(m.line_count, 0) <> coalesce(l.n, 0)
    order by 2, 1 limit 200`);
  return rows.map(({ account, month, kept, sum }) => ({
    accountId: account,
    month,
    keptCents: cents(Number(kept)),
    sumCents: cents(Number(sum)),
  }));
}
