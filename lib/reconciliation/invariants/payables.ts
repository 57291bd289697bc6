import type { Invariant } from "../invariant";
import { dollars, extremes } from "./sql-text";

const payableLines = `journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    and a.role = 'payable' where l.company_id = current_company() and l.bill_id is not null`;

/** What bills and their payments put on a day, and what the payable account has there, by bill. */
const perBillAndDay = `
  select bill_id as id, day, sum(said) as said, sum(booked) as booked
  from (
    select id as bill_id, billed_on as day, total_cents as said, 0 as booked from bills
      where company_id = current_company() and status <> 'draft'
    union all
    select id, voided_on, -total_cents, 0 from bills where company_id = current_company() and status = 'void'
    union all
    select bill_id, allocated_on, -amount_cents, 0 from bill_allocations where company_id = current_company()
    union all
    select l.bill_id, l.entry_on, 0, -l.amount_cents from ${payableLines}
  ) moved
  group by bill_id, day having sum(said) <> sum(booked)`;

export const payables: Invariant[] = [
  {
    key: "payable_per_bill",
    area: "Bills",
    title: "Each bill equals its lines in the payable account, day by day",
    explanation:
      "What a bill, its void and its payments say moved on a day is what accounts payable has of it on that day. Lines from before there were bills name none and are left out.",
    sql: `
      select 'bill' as kind, coalesce(each.id, '') as id,
        coalesce('Bill ' || b.number, 'No bill') || to_char(each.day, ' on YYYY-MM-DD') as label,
        ${dollars("each.said")} as expected, ${dollars("each.booked")} as found
      from (${perBillAndDay}) each left join bills b on b.company_id = current_company() and b.id = each.id`,
  },
  {
    key: "bill_totals",
    area: "Bills",
    title: "Bills are the sum of their lines",
    explanation:
      "Subtotal and tax of each bill are the sums of its lines, and each line is quantity × price, rounded half up.",
    sql: `
      select 'bill' as kind, b.id, coalesce('Bill ' || b.number, 'Draft') as label,
        ${dollars("coalesce(l.subtotal, 0)")} || ' + ' || ${dollars("coalesce(l.tax, 0)")} as expected,
        ${dollars("b.subtotal_cents")} || ' + ' || ${dollars("b.tax_cents")} || ' = ' || ${dollars("b.total_cents")} as found
      from bills b
      left join (select bill_id, sum(round(quantity * unit_price_cents)) as subtotal, sum(tax_cents) as tax from bill_lines
        where company_id = current_company() group by bill_id) l on l.bill_id = b.id
      where b.company_id = current_company() and (coalesce(l.subtotal, 0) <> b.subtotal_cents
        or coalesce(l.tax, 0) <> b.tax_cents or b.subtotal_cents + b.tax_cents <> b.total_cents)`,
  },
  {
    key: "bill_posted_right",
    area: "Bills",
    title: "Each bill is posted as its lines say",
    explanation:
      "The entry of a bill costs each account what the bill's lines say, on its day; its void takes that back.",
    sql: `
      with steps (bill_id, kind, day, sign) as (
        select id, 'bill', billed_on, 1 from bills where company_id = current_company() and status <> 'draft'
        union all select id, 'bill_void', voided_on, -1 from bills where company_id = current_company() and status = 'void'
      ), moved (id, kind, day, account_id, said, booked) as (
        select s.bill_id, s.kind, s.day, l.account_id, s.sign * (l.subtotal_cents + l.tax_cents), 0 from steps s
          join bill_lines l on l.company_id = current_company() and l.bill_id = s.bill_id
        union all select e.source_id, e.source_type, e.entry_on, l.account_id, 0, l.amount_cents
          from journal_entries e join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
          where e.company_id = current_company() and e.source_type in ('bill', 'bill_void') and l.bill_id is null
      )
      select 'bill' as kind, m.id, coalesce('Bill ' || b.number, 'No bill') || to_char(m.day, ' on YYYY-MM-DD') as label,
        ${dollars("sum(said)")} as expected, ${dollars("sum(booked)")} as found
      from moved m left join bills b on b.company_id = current_company() and b.id = m.id
      group by m.id, m.kind, m.day, m.account_id, b.number having sum(said) <> sum(booked)`,
  },
  {
    key: "bills_not_overpaid",
    area: "Bills",
    title: "No bill has more paid than its total on any day",
    explanation:
      "What stands on a bill is on each day no less than nothing and no more than its total, and nothing on a void one.",
    sql: `
      select 'bill' as kind, b.id, coalesce('Bill ' || b.number, 'Draft') as label, '0.00 to ' || ${dollars("b.total_cents")} as expected,
        ${dollars("case when p.lowest < 0 then p.lowest else p.highest end")} as found
      from ${extremes("select bill_id as id, allocated_on as day, amount_cents as cents from bill_allocations where company_id = current_company()")} p
      join bills b on b.company_id = current_company() and b.id = p.id
      where p.lowest < 0 or p.highest > b.total_cents or b.status <> 'posted' and (
        select sum(amount_cents) from bill_allocations where company_id = b.company_id and bill_id = b.id) <> 0`,
  },
  {
    key: "bill_payments_placed",
    area: "Bills",
    title: "Bill payments are wholly on bills of their vendor",
    explanation:
      "A payment is placed to the cent on bills of the vendor that it went to; a void one is placed nowhere.",
    sql: `
      select 'bill_payment' as kind, p.id, to_char(p.paid_on, '"Payment of" YYYY-MM-DD') as label,
        ${dollars("case when p.status = 'paid' then p.amount_cents else 0 end")} as expected, ${dollars("coalesce(sum(a.amount_cents), 0)")} as found
      from bill_payments p
      left join bill_allocations a on a.company_id = p.company_id and a.payment_id = p.id
      left join bills b on b.company_id = a.company_id and b.id = a.bill_id
      where p.company_id = current_company()
      group by p.id, p.paid_on, p.status, p.amount_cents, p.vendor_id
      having coalesce(sum(a.amount_cents), 0) <> case when p.status = 'paid' then p.amount_cents else 0 end
        or bool_or(b.vendor_id <> p.vendor_id)`,
  },
  {
    key: "bill_payment_posted_right",
    area: "Bills",
    title: "Each bill payment leaves its account",
    explanation:
      "The entry of a bill payment takes its amount from the account that it was paid from, on its day; a void puts it back.",
    sql: `
      with moved (id, kind, day, account_id, said, booked) as (
        select id, 'bill_payment', paid_on, from_account_id, -amount_cents, 0 from bill_payments where company_id = current_company()
        union all select id, 'bill_payment_void', voided_on, from_account_id, amount_cents, 0 from bill_payments
          where company_id = current_company() and status = 'void'
        union all select e.source_id, e.source_type, e.entry_on, l.account_id, 0, l.amount_cents
          from journal_entries e join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
          where e.company_id = current_company() and e.source_type in ('bill_payment', 'bill_payment_void') and l.bill_id is null
      )
      select 'bill_payment' as kind, id, kind || to_char(day, ' on YYYY-MM-DD') as label, ${dollars("sum(said)")} as expected,
        ${dollars("sum(booked)")} as found
      from moved group by id, kind, day, account_id having sum(said) <> sum(booked)`,
  },
];
