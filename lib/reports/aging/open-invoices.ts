import { type SQL, sql } from "drizzle-orm";
import { accounts, allocations, invoices, journalEntries, journalLines } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import { type AgeBucket, bucketDays } from "../age-buckets";
import { knownBy } from "../line-filter";

/**
 * As a table of the same name: the invoices with something open at the end of a day: their total from the day of issue until that of the void, less
 * what was applied by then. Payments dated before the invoice, or voided after it, count on their own days, as they do
 * in the journal. As the books were known on an earlier day, the journal itself says what was open.
 */
export function openInvoices(scope: Scope, asOf: PlainDate, known: PlainDate | null = null): SQL {
  if (known) return openThen(scope, asOf, known);
  const open = sql`(case when ${invoices.issuedOn} <= ${asOf}::date
      and (${invoices.voidedOn} is null or ${invoices.voidedOn} > ${asOf}::date) then ${invoices.totalCents} else 0 end
    - coalesce(applied.cents, 0))`;
  return sql`(
    select ${invoices.id}, ${invoices.clientId}, ${invoices.number}, ${invoices.issuedOn}, ${invoices.dueOn},
      ${invoices.totalCents}, ${open} as open_cents
    from ${invoices}
    left join (
      select ${allocations.invoiceId}, sum(${allocations.amountCents})::bigint as cents from ${allocations}
      where ${owned(scope, allocations)} and ${allocations.allocatedOn} <= ${asOf}::date
      group by ${allocations.invoiceId}
    ) applied on applied.invoice_id = ${invoices.id}
    where ${owned(scope, invoices)} and ${invoices.status} <> 'draft' and ${open} <> 0) ${invoices}`;
}

function openThen(scope: Scope, asOf: PlainDate, known: PlainDate): SQL {
  return sql`(
    select ${invoices.id}, ${invoices.clientId}, ${invoices.number}, ${invoices.issuedOn}, ${invoices.dueOn},
      ${invoices.totalCents}, owed.cents as open_cents
    from (
      select ${journalLines.invoiceId}, sum(${journalLines.amountCents})::bigint as cents
      from ${accounts}
      join ${journalLines} on ${owned(scope, journalLines)} and ${journalLines.accountId} = ${accounts.id}
      join ${journalEntries} on ${owned(scope, journalEntries)} and ${journalEntries.id} = ${journalLines.entryId}
      where ${owned(scope, accounts)} and ${accounts.role} = 'receivable' and ${journalLines.entryOn} <= ${asOf}::date
        and ${knownBy(scope, known)}
      group by ${journalLines.invoiceId} having sum(${journalLines.amountCents}) <> 0
    ) owed
    join ${invoices} on ${owned(scope, invoices)} and ${invoices.id} = owed.invoice_id) ${invoices}`;
}

/** Whether an open invoice was that late on the day. */
export function ageOf(asOf: PlainDate, bucket: AgeBucket): SQL {
  const { from, to } = bucketDays[bucket];
  const late = sql`(${asOf}::date - ${invoices.dueOn})`;
  if (from === null) return sql`${late} <= ${to}`;
  if (to === null) return sql`${late} >= ${from}`;
  return sql`${late} between ${from} and ${to}`;
}
