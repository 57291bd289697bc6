import { type SQL, sql } from "drizzle-orm";
import { accounts, journalEntries, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { AccountRole, AccountType } from "@/lib/ledger/account";
import { movedWithin } from "@/lib/ledger/balances";
import { type LineFilter, lineCondition, needsLines } from "./line-filter";

/** `from` is null where the statement reaches back to the first entry. Both ends are days of it. */
export type Range = { from: PlainDate | null; to: PlainDate };

type Account = {
  accountId: AccountId;
  code: string;
  name: string;
  type: AccountType;
  role: AccountRole | null;
  isActive: boolean;
};

/** What moved on an account in each of some ranges, debit positive. */
export type AccountMovement = Account & { amounts: Cents[] };

/**
 * All accounts by code with what moved on them in each range; with an open start that is their balance. One query. It
 * reads the month rollup, so it stays flat as the journal grows; only what the rollup does not know sums lines.
 */
export async function readMovements(
  scope: Scope<"reports.read">,
  ranges: readonly Range[],
  filter: LineFilter = {},
): Promise<AccountMovement[]> {
  const query = needsLines(filter) ? fromLines(scope, ranges, filter) : fromRollup(scope, ranges, filter);
  const { rows } = await scope.read((db) => db.execute<Account & { amounts: string[] }>(query));
  return rows.map((row) => ({ ...row, amounts: row.amounts.map((text) => cents(Number(text))) }));
}

/** The day of a line within a range. */
export function within(column: SQL, { from, to }: Range): SQL {
  return from ? sql`${column} between ${from}::date and ${to}::date` : sql`${column} <= ${to}::date`;
}

/** For each range a sum of what is in it, as one array. */
export function sumsOf(amount: SQL, day: SQL, ranges: readonly Range[]): SQL {
  const sums = ranges.map((range) => sql`coalesce(sum(${amount}) filter (where ${within(day, range)}), 0)::bigint`);
  return sql`array[${sql.join(sums, sql`, `)}]::text[]`;
}

/** The days of all ranges together. */
export function spanOf(ranges: readonly Range[]): Range {
  const froms = ranges.map((range) => range.from);
  const to = ranges.reduce((last, range) => (range.to > last ? range.to : last), ranges[0]?.to ?? ("" as PlainDate));
  if (froms.includes(null)) return { from: null, to };
  return { from: froms.reduce((first, day) => (first && day && day < first ? day : first), froms[0] ?? null), to };
}

const head = sql`${accounts.id} as "accountId", ${accounts.code} as code, ${accounts.name} as name,
  ${accounts.type} as type, ${accounts.role} as role, ${accounts.isActive} as "isActive"`;

function fromRollup(scope: Scope, ranges: readonly Range[], { withoutClosing }: LineFilter): SQL {
  const amounts = ranges.map((range) => {
    const moved = movedWithin(range);
    if (!withoutClosing) return moved;
    return sql`${moved} - coalesce((select sum(closing.amount_cents) from closing
      where closing.account_id = ${accounts.id} and ${within(sql`closing.entry_on`, range)}), 0)`;
  });
  return sql`with closing as materialized (
      select ${journalLines.accountId}, ${journalLines.entryOn}, ${journalLines.amountCents} from ${journalEntries}
      join ${journalLines} on ${owned(scope, journalLines)} and ${journalLines.entryId} = ${journalEntries.id}
      where ${owned(scope, journalEntries)} and ${journalEntries.sourceType} in ('closing', 'closing_void'))
    select ${head}, array[${sql.join(amounts, sql`, `)}]::text[] as amounts
    from ${accounts} where ${owned(scope, accounts)} order by ${accounts.code}`;
}

function fromLines(scope: Scope, ranges: readonly Range[], filter: LineFilter): SQL {
  const day = sql`${journalLines.entryOn}`;
  const none = sql.join(
    ranges.map(() => sql`'0'`),
    sql`, `,
  );
  return sql`with moved as (
      select ${journalLines.accountId}, ${sumsOf(sql`${journalLines.amountCents}`, day, ranges)} as amounts
      from ${journalLines} where ${owned(scope, journalLines)} and ${within(day, spanOf(ranges))}
        and ${lineCondition(scope, filter)}
      group by ${journalLines.accountId})
    select ${head}, coalesce(moved.amounts, array[${none}]::text[]) as amounts
    from ${accounts} left join moved on moved.account_id = ${accounts.id}
    where ${owned(scope, accounts)} order by ${accounts.code}`;
}
