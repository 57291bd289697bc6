import type { Invariant } from "../invariant";
import { controlLines, dollars } from "./sql-text";

/** What invoices and allocations put on a day, and what the receivable account has there, by invoice. */
const perInvoiceAndDay = `
  select invoice_id as id, day, sum(said) as said, sum(booked) as booked
  from (
    select id as invoice_id, issued_on as day, total_cents as said, 0 as booked from invoices
      where company_id = current_company() and status <> 'draft'
    union all
    select id, voided_on, -total_cents, 0 from invoices where company_id = current_company() and status = 'void'
    union all
    select invoice_id, allocated_on, -amount_cents, 0 from allocations where company_id = current_company()
    union all
    select l.invoice_id, l.entry_on, 0, l.amount_cents from ${controlLines("receivable")}
  ) moved
  group by invoice_id, day having sum(said) <> sum(booked)`;

export const receivable: Invariant[] = [
  {
    key: "receivable_total",
    area: "Receivables",
    title: "Open invoices equal the receivable account",
    explanation: "What all invoices still have open is, to the cent, the balance of accounts receivable.",
    sql: `
      select 'company' as kind, current_company() as id, 'All invoices' as label, ${dollars("said")} as expected,
        ${dollars("booked")} as found
      from (
        select (select coalesce(sum(total_cents), 0) from invoices where company_id = current_company() and status = 'issued')
          - (select coalesce(sum(amount_cents), 0) from allocations where company_id = current_company()) as said,
          (select coalesce(sum(l.amount_cents), 0) from ${controlLines("receivable")}) as booked
      ) total where said <> booked`,
  },
  {
    key: "receivable_per_invoice",
    area: "Receivables",
    title: "Each invoice equals its lines in the receivable account, day by day",
    explanation:
      "What an invoice, its void and its payments say moved on a day is what accounts receivable has of it on that day.",
    sql: `
      select 'invoice' as kind, coalesce(each.id, '') as id,
        coalesce('Invoice ' || i.number, 'No invoice') || to_char(each.day, ' on YYYY-MM-DD') as label,
        ${dollars("each.said")} as expected, ${dollars("each.booked")} as found
      from (${perInvoiceAndDay}) each left join invoices i on i.company_id = current_company() and i.id = each.id`,
  },
  {
    key: "receivable_lines_named",
    area: "Receivables",
    title: "Receivable lines name their invoice and its client",
    explanation: "Every line of accounts receivable says whose invoice it moves, so that no balance hangs in the air.",
    sql: `
      select 'journal_entry' as kind, l.entry_id as id, 'Line ' || l.line_no as label,
        coalesce('Invoice ' || i.number, 'an invoice') as expected,
        case when l.invoice_id is null then 'no invoice' else 'another client' end as found
      from journal_lines l
      join accounts a on a.company_id = l.company_id and a.id = l.account_id and a.role = 'receivable'
      left join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
      where l.company_id = current_company() and (i.id is null or l.client_id is distinct from i.client_id)`,
  },
];
