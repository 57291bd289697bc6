import type { Invariant } from "../invariant";

export const billedTime: Invariant[] = [
  {
    key: "billed_time",
    area: "Time",
    title: "Billed time stands on an invoice",
    explanation: "Minutes on a line belong to an invoice to their own client that is not void, and were approved.",
    sql: `
      select 'time_entry' as kind, t.id, t.worked_on::text as label, 'a line of an invoice to its client' as expected,
        case when i.id is null then 'a line that is gone'
          when i.client_id <> t.client_id then 'another client''s invoice ' || coalesce(i.number, 'draft')
          when t.status not in ('approved', 'billed') then t.status || ' time on an invoice'
          else i.status || ' invoice ' || coalesce(i.number, '') end as found
      from time_entry_services s
      join time_entries t on t.company_id = s.company_id and t.id = s.time_entry_id
      left join invoice_lines l on l.company_id = s.company_id and l.id = s.invoice_line_id
      left join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
      where s.company_id = current_company() and s.invoice_line_id is not null
        and (i.id is null or i.status = 'void' or i.client_id <> t.client_id or t.status not in ('approved', 'billed'))`,
  },
  {
    key: "time_by_service",
    area: "Time",
    title: "Minutes by service are the time that was worked",
    explanation: "The services of a time entry sum to its minutes, and it is billed exactly when all of them are.",
    sql: `
      select 'time_entry' as kind, t.id, t.worked_on::text as label,
        t.duration_minutes || ' minutes, ' || case when t.status = 'billed' then 'all billed' else 'not all billed' end as expected,
        coalesce(s.minutes, 0) || ' minutes by service, ' || coalesce(s.free, 0) || ' rows free' as found
      from time_entries t
      left join (
        select time_entry_id, sum(minutes) as minutes, count(*) filter (where invoice_line_id is null) as free
        from time_entry_services where company_id = current_company() group by time_entry_id
      ) s on s.time_entry_id = t.id
      where t.company_id = current_company() and (s.minutes is distinct from t.duration_minutes
        or (t.status = 'billed') <> (coalesce(s.free, 1) = 0))`,
  },
];
