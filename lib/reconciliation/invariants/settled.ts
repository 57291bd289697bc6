import type { Invariant } from "../invariant";
import { controlLines, dollars, extremes } from "./sql-text";

/** What documents put on invoices and into client credit, by the column that names them. */
function moved(column: "payment_id" | "settlement_id" | "credit_note_id"): string {
  return `(select ${column} as id, coalesce(sum(placed), 0) as placed, coalesce(sum(credited), 0) as credited from (
    select ${column}, amount_cents as placed, null::bigint as credited from allocations where company_id = current_company()
    union all
    select ${column}, null, amount_cents from credit_entries where company_id = current_company()
  ) each where ${column} is not null group by ${column})`;
}

/** What deposit invoices say is held on a day, and what their account has there. */
const heldPerDay = `
  select invoice_id as id, day, sum(said) as said, sum(booked) as booked from (
    select id as invoice_id, issued_on as day, total_cents as said, 0 as booked from invoices
      where company_id = current_company() and kind = 'deposit' and status <> 'draft'
    union all
    select id, voided_on, -total_cents, 0 from invoices
      where company_id = current_company() and kind = 'deposit' and status = 'void'
    union all
    select deposit_invoice_id, settled_on, -amount_cents, 0 from settlements
      where company_id = current_company() and deposit_invoice_id is not null
    union all
    select deposit_invoice_id, voided_on, amount_cents, 0 from settlements
      where company_id = current_company() and deposit_invoice_id is not null and status = 'void'
    union all
    select l.invoice_id, l.entry_on, 0, -l.amount_cents from ${controlLines("customer_deposit")}
  ) moved group by invoice_id, day having sum(said) <> sum(booked)`;

/** What clients paid of deposits, and what was put on other invoices from them. */
const depositMoves = `
  select a.invoice_id as id, a.allocated_on as day, a.amount_cents as cents from allocations a
    join invoices i on i.company_id = a.company_id and i.id = a.invoice_id and i.kind = 'deposit' where a.company_id = current_company()
  union all
  select deposit_invoice_id, settled_on, -amount_cents from settlements
    where company_id = current_company() and deposit_invoice_id is not null
  union all
  select deposit_invoice_id, voided_on, amount_cents from settlements
    where company_id = current_company() and deposit_invoice_id is not null and status = 'void'`;

export const settled: Invariant[] = [
  {
    key: "settlements_placed",
    area: "Settlements",
    title: "Each refund, application, adjustment and write-off moves exactly its amount",
    explanation:
      "What it put on invoices and what it did to client credit is its amount, each as its kind does; of an undone one nothing stands.",
    sql: `
      select 'settlement' as kind, s.id, initcap(replace(s.kind, '_', ' ')) as label, s.status || ' ' || ${dollars("s.amount_cents")} as expected,
        ${dollars("coalesce(m.placed, 0)")} || ' placed, ' || ${dollars("coalesce(m.credited, 0)")} || ' credited' as found
      from settlements s left join ${moved("settlement_id")} m on m.id = s.id
      where s.company_id = current_company() and not coalesce(case
        when s.status = 'void' then coalesce(m.placed, 0) = 0 and coalesce(m.credited, 0) = 0
        when s.kind = 'refund' then m.placed <= 0 and m.credited <= 0 and m.placed + m.credited = -s.amount_cents
        when s.kind = 'credit_application' then m.placed = s.amount_cents and m.credited = -s.amount_cents
        when s.kind = 'credit_grant' then m.placed = 0 and m.credited = s.amount_cents
        when s.kind in ('credit_reduction', 'credit_payout') then m.placed = 0 and m.credited = -s.amount_cents
        else m.placed = s.amount_cents and m.credited = 0 end, false)`,
  },
  {
    key: "credit_notes_placed",
    area: "Credit notes",
    title: "Each credit note is placed to the cent",
    explanation:
      "A posted credit note is wholly on its invoice or in its client's credit; of a draft or a void one nothing stands.",
    sql: `
      select 'credit_note' as kind, n.id, coalesce('Credit note ' || n.number, 'Draft') as label,
        ${dollars("case when n.status = 'posted' then n.total_cents else 0 end")} as expected,
        ${dollars("coalesce(m.placed, 0) + coalesce(m.credited, 0)")} as found
      from credit_notes n left join ${moved("credit_note_id")} m on m.id = n.id
      where n.company_id = current_company()
        and coalesce(m.placed, 0) + coalesce(m.credited, 0) <> case when n.status = 'posted' then n.total_cents else 0 end`,
  },
  {
    key: "credit_notes_within_invoice",
    area: "Credit notes",
    title: "Credit notes take back no more than was invoiced",
    explanation:
      "All posted credit notes of an invoice together are at most its subtotal and its tax, less what was written off.",
    sql: `
      select 'invoice' as kind, i.id, 'Invoice ' || i.number as label,
        'at most ' || ${dollars("i.subtotal_cents")} || ' and tax ' || ${dollars("i.tax_cents")} as expected,
        ${dollars("n.subtotal")} || ' and tax ' || ${dollars("n.tax")} || ', ' || ${dollars("coalesce(w.given_up, 0)")} || ' written off' as found
      from (select invoice_id, sum(subtotal_cents) as subtotal, sum(tax_cents) as tax from credit_notes
        where company_id = current_company() and status = 'posted' group by invoice_id) n
      join invoices i on i.company_id = current_company() and i.id = n.invoice_id
      left join (select invoice_id, sum(amount_cents) as given_up from settlements
        where company_id = current_company() and kind = 'write_off' and status = 'standing' group by invoice_id) w on w.invoice_id = i.id
      where n.subtotal > i.subtotal_cents or n.tax > i.tax_cents or i.status <> 'issued'
        or n.subtotal + n.tax + coalesce(w.given_up, 0) > i.total_cents`,
  },
  {
    key: "refunds_within_payment",
    area: "Payments",
    title: "Refunds give back no more than came in",
    explanation: "The refunds of a payment together are at most the payment, and none stands on a void one.",
    sql: `
      select 'payment' as kind, p.id, 'Payment ' || p.number as label,
        'at most ' || ${dollars("case when p.status = 'received' then p.amount_cents else 0 end")} as expected,
        ${dollars("r.refunded")} as found
      from (select payment_id, sum(amount_cents) as refunded from settlements
        where company_id = current_company() and kind = 'refund' and status = 'standing' group by payment_id) r
      join payments p on p.company_id = current_company() and p.id = r.payment_id
      where r.refunded > case when p.status = 'received' then p.amount_cents else 0 end`,
  },
  {
    key: "deposits_per_invoice",
    area: "Deposits",
    title: "Each deposit equals its lines in the deposits account, day by day",
    explanation:
      "What a deposit invoice, its void and its applications say is held on a day is what customer deposits has of it on that day.",
    sql: `
      select 'invoice' as kind, coalesce(each.id, '') as id,
        coalesce('Deposit ' || i.number, 'No deposit') || to_char(each.day, ' on YYYY-MM-DD') as label,
        ${dollars("each.said")} as expected, ${dollars("each.booked")} as found
      from (${heldPerDay}) each left join invoices i on i.company_id = current_company() and i.id = each.id`,
  },
  {
    key: "deposits_paid_before_used",
    area: "Deposits",
    title: "No more of a deposit is used than was paid, on any day",
    explanation: "What was put on other invoices from a deposit is on each day at most what its client has paid of it.",
    sql: `
      select 'invoice' as kind, i.id, 'Deposit ' || i.number as label, 'at least 0.00 left' as expected,
        ${dollars("least(d.lowest, 0)")} || ' left, ' || i.kind || ' ' || i.status as found
      from ${extremes(depositMoves)} d
      join invoices i on i.company_id = current_company() and i.id = d.id
      where d.lowest < 0 or (i.kind <> 'deposit' or i.status <> 'issued') and exists (select from settlements s
        where s.company_id = i.company_id and s.deposit_invoice_id = i.id and s.status = 'standing')`,
  },
];
