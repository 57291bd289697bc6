import type { Invariant } from "../invariant";
import { controlLines, dollars } from "./sql-text";

/** What invoices and allocations say is open, and what the receivable account says, by invoice. */
const perInvoice = `
  select coalesce(d.id, b.invoice_id) as id, d.number, coalesce(d.open, 0) as said, coalesce(b.booked, 0) as booked
  from (
    select i.id, i.number, case when i.status = 'issued' then i.total_cents else 0 end - coalesce(p.applied, 0) as open
    from invoices i
    left join (select invoice_id, sum(amount_cents) as applied from allocations where company_id = current_company()
      group by invoice_id) p on p.invoice_id = i.id
    where i.company_id = current_company()
  ) d
  full join (select l.invoice_id, sum(l.amount_cents) as booked from ${controlLines("receivable")}
    group by l.invoice_id) b on b.invoice_id = d.id`;

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
    title: "Each invoice equals its lines in the receivable account",
    explanation: "An invoice's total less what was applied is the sum of its own lines in accounts receivable.",
    sql: `
      select 'invoice' as kind, coalesce(id, '') as id, coalesce('Invoice ' || number, 'No invoice') as label,
        ${dollars("said")} as expected, ${dollars("booked")} as found
      from (${perInvoice}) each where said <> booked`,
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
