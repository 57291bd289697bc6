import { type SQL, sql } from "drizzle-orm";
import { allocations, creditEntries, creditNotes, invoices, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { type Cents, cents } from "@/lib/kernel/money";
import { type Range, readMovements, spanOf, sumsOf, within } from "./balances";
import { enteredBy, type LineFilter, party } from "./line-filter";

/**
 * The cash basis. Income is recognised when money is put on an invoice for work. Whatever an entry that moves cash itself
 * books to income or expenses is recognised on the day of the entry; bills and members' expenses when they are paid.
 */
export async function cashReceived(
  scope: Scope<"reports.read">,
  ranges: readonly Range[],
  filter: LineFilter,
): Promise<Cents[]> {
  const { rows } = await scope.read((db) =>
    db.execute<{ amounts: string[] }>(sql`
      select ${sumsOf(sql`receipt.revenue_cents`, sql`receipt.received_on`, ranges)} as amounts
      from (${receipts(scope, filter)}) receipt where ${within(sql`receipt.received_on`, spanOf(ranges))}`),
  );
  return (rows[0]?.amounts ?? []).map((text) => cents(Number(text)));
}

/** What entries that move cash booked to income and expenses themselves. */
export function cashEntries(scope: Scope<"reports.read">, ranges: readonly Range[], filter: LineFilter) {
  return readMovements(scope, ranges, { ...filter, touchesCash: true, withoutClosing: true });
}

/**
 * Each recognised part with its day and its document. Money on an invoice is what payments, client credit and deposits
 * put there, less what refunds, voids, and credit notes that became client credit took from it; all of it together,
 * whatever month is asked for, carries (subtotal ÷ total of the invoice as it was issued) of its sum, rounded on the sum so
 * far, so that an invoice which is paid in full has yielded its subtotal exactly, and one whose money has all gone back,
 * nothing. What a credit note or a write-off takes off an invoice that is still open is no money: it is not income,
 * it is not in the sum, and it changes the share of no payment. Money for a deposit, and what a client paid too much, is no income
 * before it is put on an invoice for work. Credit granted as a courtesy was never money: it is taken off when it is
 * granted, as it counts when it is used; credit taken away again is income in full. So at any time: what is
 * recognised with the tax in it = money received less money given back, less the client credit and the deposits held.
 */
export function receipts(scope: Scope, filter: LineFilter): SQL {
  const { clientId, projectId } = filter;
  const part = (money: SQL) => sql`round(${money} * ${invoices.subtotalCents}::numeric / ${invoices.totalCents})`;
  const sofar = sql`sum(moved.cents) over (partition by moved.invoice_id order by moved.day, moved.id)`;
  return sql`select moved.day as received_on, moved.id, moved.kind, moved.source_id, ${invoices.number} as number,
      (${part(sofar)} - ${part(sql`(${sofar} - moved.cents)`)})::bigint as revenue_cents, moved.cents as money_cents,
      ${invoices.clientId} as client_id
    from (${onInvoices(scope, filter)} union all ${offInvoices(scope, filter)}) moved
    join ${invoices} on ${owned(scope, invoices)} and ${invoices.id} = moved.invoice_id and ${invoices.kind} <> 'deposit'
    where ${clientId ? party(sql`${invoices.clientId}`, clientId) : sql`true`}
      and ${projectId ? party(sql`${invoices.projectId}`, projectId) : sql`true`}
    union all ${courtesies(scope, filter)}`;
}

/** Money that was put on invoices, or taken off by a refund; what is undone carries the other sign. */
function onInvoices(scope: Scope, { known }: LineFilter): SQL {
  return sql`select ${allocations.id} as id, ${allocations.allocatedOn} as day, ${allocations.amountCents} as cents,
      ${allocations.invoiceId}, coalesce(${settlements.kind}, 'payment') as kind,
      coalesce(${allocations.settlementId}, ${allocations.paymentId}) as source_id
    from ${allocations}
    left join ${settlements} on ${owned(scope, settlements)} and ${settlements.id} = ${allocations.settlementId}
    where ${owned(scope, allocations)} and (${allocations.paymentId} is not null
      or ${settlements.kind} in ('refund', 'credit_application', 'deposit_application'))
      ${known ? sql`and ${enteredBy(scope, sql`${allocations.createdAt}`, known)}` : sql``}`;
}

/** Money that credit notes turned into client credit, because their invoice had been paid already. */
function offInvoices(scope: Scope, { known }: LineFilter): SQL {
  return sql`select ${creditEntries.id}, ${creditEntries.enteredOn}, 0 - ${creditEntries.amountCents},
      ${creditNotes.invoiceId}, 'credit_note', ${creditNotes.id}
    from ${creditEntries}
    join ${creditNotes} on ${owned(scope, creditNotes)} and ${creditNotes.id} = ${creditEntries.creditNoteId}
    where ${owned(scope, creditEntries)}
      ${known ? sql`and ${enteredBy(scope, sql`${creditEntries.createdAt}`, known)}` : sql``}`;
}

/** Credit that was given or taken away without money. It names a client and no project. */
function courtesies(scope: Scope, { clientId, projectId, known }: LineFilter): SQL {
  return sql`select ${creditEntries.enteredOn}, ${creditEntries.id}, ${settlements.kind}, ${settlements.id}, null,
      0 - ${creditEntries.amountCents}, 0 - ${creditEntries.amountCents}, ${creditEntries.clientId}
    from ${creditEntries}
    join ${settlements} on ${owned(scope, settlements)} and ${settlements.id} = ${creditEntries.settlementId}
      and ${settlements.kind} in ('credit_grant', 'credit_reduction')
    where ${owned(scope, creditEntries)} and ${clientId ? party(sql`${creditEntries.clientId}`, clientId) : sql`true`}
      and ${projectId && projectId !== "none" ? sql`false` : sql`true`}
      ${known ? sql`and ${enteredBy(scope, sql`${creditEntries.createdAt}`, known)}` : sql``}`;
}
