import { type SQL, sql } from "drizzle-orm";
import { accounts, clients, invoices, journalEntries, journalLines, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { balanceBefore } from "@/lib/ledger/balances";
import type { Range } from "../balances";
import { type LineFilter, lineCondition } from "../line-filter";
import type { Place } from "./place";

/** `place` is the line to go on from, forwards or backwards; null is the beginning. */
export type Slice = { place: Place | null; backwards: boolean; limit: number };

/** `newest` is the number of the last entry that counts; null counts all of them. */
export type LedgerRange = Range & { newest: number | null; filter: LineFilter };

/**
 * Head and lines in one statement, so that they are of one moment; several statements are so where `newest` is given.
 * Each account gives its own first lines by the index, and of those the first ones are taken; the running balance starts
 * from the rollup and the lines of one month.
 */
export function ledgerQuery(scope: Scope, chosen: SQL | undefined, range: LedgerRange, slice: Slice): SQL {
  const opening = range.from ? balance(scope, sql`${range.from}::date`, range) : sql`0`;
  const closing = balance(scope, sql`(${range.to}::date + 1)`, range);
  return sql`
    with head as (
      select case when count(*) = 1 then json_build_object('id', min(${accounts.id}), 'code', min(${accounts.code}),
          'name', min(${accounts.name}), 'type', min(${accounts.type})) end as account,
        coalesce(sum(${opening}), 0) as opening, coalesce(sum(${closing}), 0) as closing
      from ${accounts} where ${chosen}
    ), page as (${pageQuery(scope, chosen, range, slice)}
    ), first as (
      select entry_on, entry_id, line_no from page order by entry_on, entry_id, line_no limit 1
    ), base as (
      select coalesce(sum(${balance(scope, sql`first.entry_on`, range)} + coalesce((
        select sum(${journalLines.amountCents}) from ${journalLines}
        where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
          and ${journalLines.entryOn} = first.entry_on ${counted(scope, range)}
          and (${journalLines.entryId}, ${journalLines.lineNo}) < (first.entry_id, first.line_no)), 0)), 0) as balance
      from first cross join ${accounts} where ${chosen}
    )
    select head.account, head.opening, head.closing, page.entry_id as "entryId", page.entry_on as "entryOn",
      page.line_no as "lineNo", page.account_id as "accountId", ${accounts.code} as "accountCode",
      ${accounts.name} as "accountName", page.amount_cents as "amountCents",
      base.balance + sum(page.amount_cents) over (order by page.entry_on, page.entry_id, page.line_no) as balance,
      ${journalEntries.number} as "entryNumber", coalesce(nullif(page.memo, ''), ${journalEntries.memo}) as memo,
      ${journalEntries.sourceType} as "sourceType", ${journalEntries.sourceId} as "sourceId",
      page.client_id as "clientId", ${clients.name} as "clientName", page.project_id as "projectId",
      ${projects.name} as "projectName", page.invoice_id as "invoiceId", ${invoices.number} as "invoiceNumber"
    from head
    left join page on true
    left join base on true
    left join ${journalEntries} on ${owned(scope, journalEntries)} and ${journalEntries.id} = page.entry_id
    left join ${accounts} on ${owned(scope, accounts)} and ${accounts.id} = page.account_id
    left join ${clients} on ${owned(scope, clients)} and ${clients.id} = page.client_id
    left join ${projects} on ${owned(scope, projects)} and ${projects.id} = page.project_id
    left join ${invoices} on ${owned(scope, invoices)} and ${invoices.id} = page.invoice_id
    order by page.entry_on, page.entry_id, page.line_no`;
}

function pageQuery(scope: Scope, chosen: SQL | undefined, range: LedgerRange, { place, backwards, limit }: Slice): SQL {
  const direction = sql.raw(backwards ? "desc" : "asc");
  const key = sql`(${journalLines.entryOn}, ${journalLines.entryId}, ${journalLines.lineNo})`;
  const seek = place
    ? sql`and ${key} ${sql.raw(backwards ? "<" : ">")} (${place.entryOn}::date, ${place.entryId}, ${place.lineNo}::smallint)`
    : sql``;
  return sql`
      select line.* from ${accounts} cross join lateral (
        select ${journalLines.entryOn}, ${journalLines.entryId}, ${journalLines.lineNo}, ${journalLines.accountId},
          ${journalLines.amountCents}, ${journalLines.memo}, ${journalLines.clientId}, ${journalLines.projectId},
          ${journalLines.invoiceId}
        from ${journalLines}
        where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
          and ${range.from ? sql`${journalLines.entryOn} >= ${range.from}::date and` : sql``}
          ${journalLines.entryOn} <= ${range.to}::date ${counted(scope, range)} ${seek}
        order by ${journalLines.entryOn} ${direction}, ${journalLines.entryId} ${direction}, ${journalLines.lineNo} ${direction}
        limit ${limit}
      ) line
      where ${chosen}
      order by entry_on ${direction}, entry_id ${direction}, line_no ${direction} limit ${limit}`;
}

/** What each account held before a day: the rollup knows no entry numbers, so what is too new is taken off again. */
function balance(scope: Scope, day: SQL, range: LedgerRange): SQL {
  const { newest, filter } = range;
  if (lineCondition(scope, filter))
    return sql`coalesce((select sum(${journalLines.amountCents}) from ${journalLines}
      where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
        and ${journalLines.entryOn} < ${day} ${counted(scope, range)}), 0)`;
  if (newest === null) return balanceBefore(day);
  return sql`(${balanceBefore(day)} - coalesce((
    select sum(${journalLines.amountCents}) from ${journalLines}
    where ${journalLines.companyId} = ${accounts.companyId} and ${journalLines.accountId} = ${accounts.id}
      and ${journalLines.entryOn} < ${day} and ${journalLines.entryId} = any(${tooNew(scope, newest)})), 0))`;
}

function counted(scope: Scope, { newest, filter }: LedgerRange): SQL {
  const condition = lineCondition(scope, filter);
  const narrowed = condition ? sql`and ${condition}` : sql``;
  return newest === null ? narrowed : sql`and ${journalLines.entryId} <> all(${tooNew(scope, newest)}) ${narrowed}`;
}

/** Few or none, asked once for the whole statement. */
function tooNew(scope: Scope, newest: number): SQL {
  return sql`array(select ${journalEntries.id} from ${journalEntries}
    where ${owned(scope, journalEntries)} and ${journalEntries.number} > ${newest}::bigint)`;
}
