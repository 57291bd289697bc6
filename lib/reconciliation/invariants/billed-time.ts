import type { Invariant } from "../invariant";

export const billedTime: Invariant[] = [
  {
    key: "billed_time",
    area: "Time",
    title: "Billed time stands on an invoice",
    explanation: "Billed time belongs to a line of an invoice to its own client that is not void; other time to none.",
    sql: `
      select 'time_entry' as kind, t.id, t.worked_on::text as label,
        case when t.status = 'billed' then 'a line of an invoice' else 'no invoice' end as expected,
        case when t.invoice_line_id is null then 'no line' when i.id is null then 'a line that is gone'
          when i.client_id <> t.client_id then 'another client''s invoice ' || coalesce(i.number, 'draft')
          else i.status || ' invoice ' || coalesce(i.number, '') end as found
      from time_entries t
      left join invoice_lines l on l.company_id = t.company_id and l.id = t.invoice_line_id
      left join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
      where t.company_id = current_company() and ((t.status = 'billed') <> (t.invoice_line_id is not null)
        or t.invoice_line_id is not null and (i.id is null or i.status = 'void' or i.client_id <> t.client_id))`,
  },
];
