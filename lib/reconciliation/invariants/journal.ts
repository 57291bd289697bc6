import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

export const journal: Invariant[] = [
  {
    key: "entries_balance",
    area: "Journal",
    title: "Every entry balances",
    explanation: "The debits of each journal entry equal its credits, to the cent.",
    sql: `
      select 'journal_entry' as kind, l.entry_id as id, coalesce('Entry ' || e.number, 'No entry') as label,
        '0.00' as expected, ${dollars("l.total")} as found
      from (select entry_id, sum(amount_cents) as total from journal_lines where company_id = current_company()
        group by entry_id having sum(amount_cents) <> 0) l
      left join journal_entries e on e.company_id = current_company() and e.id = l.entry_id`,
  },
  {
    key: "entries_sealed",
    area: "Journal",
    title: "Every entry is as it was sealed",
    explanation: "Each entry still has the number of lines and the sum of debits that were written with it.",
    sql: `
      select 'journal_entry' as kind, e.id, 'Entry ' || e.number as label,
        e.line_count || ' lines, ' || ${dollars("e.total_cents")} as expected,
        coalesce(l.n, 0) || ' lines, ' || ${dollars("coalesce(l.debits, 0)")} as found
      from journal_entries e
      left join (select entry_id, count(*) as n, sum(amount_cents) filter (where amount_cents > 0) as debits
        from journal_lines where company_id = current_company() group by entry_id) l on l.entry_id = e.id
      where e.company_id = current_company()
        and (coalesce(l.n, 0) <> e.line_count or coalesce(l.debits, 0) <> e.total_cents)`,
  },
  {
    key: "trial_balance_zero",
    area: "Journal",
    title: "The trial balance is zero",
    explanation: "All debits of the journal equal all its credits, in the lines and in the months that reports read.",
    sql: `
      select 'company' as kind, current_company() as id, sums.label, '0.00' as expected, ${dollars("sums.total")} as found
      from (
        select 'Journal lines' as label, sum(amount_cents) as total from journal_lines where company_id = current_company()
        union all
        select 'Account months', sum(amount_cents) from account_months where company_id = current_company()
      ) sums where sums.total <> 0`,
  },
  {
    key: "months_match_lines",
    area: "Journal",
    title: "Account months equal their lines",
    explanation: "Reports read sums by account and month. Each is the sum and the count of its journal lines.",
    sql: `
      select 'account' as kind, account_id as id, coalesce(a.code, '?') || ', ' || to_char(month, 'YYYY-MM') as label,
        ${dollars("coalesce(l.total, 0)")} || ' in ' || coalesce(l.n, 0) || ' lines' as expected,
        ${dollars("coalesce(m.total, 0)")} || ' in ' || coalesce(m.n, 0) || ' lines' as found
      from (select account_id, date_trunc('month', entry_on::timestamp)::date as month, sum(amount_cents) as total,
          count(*) as n from journal_lines where company_id = current_company() group by 1, 2) l
      full join (select account_id, month, amount_cents as total, line_count as n from account_months
          where company_id = current_company()) m using (account_id, month)
      left join accounts a on a.company_id = current_company() and a.id = account_id
      where coalesce(l.total, 0) <> coalesce(m.total, 0) or coalesce(l.n, 0) <> coalesce(m.n, 0)`,
  },
  {
    key: "entries_on_document_day",
    area: "Journal",
    title: "Entries stand on the day of their document",
    explanation: "An invoice, a payment and their voids are posted on their own day, or a period would show another's.",
    sql: `
      select 'journal_entry' as kind, e.id, 'Entry ' || e.number as label, coalesce(d.day::text, 'a document') as expected,
        e.entry_on::text as found
      from journal_entries e
      left join (
        select 'invoice' as source_type, id, issued_on as day from invoices where company_id = current_company()
        union all select 'invoice_void', id, voided_on from invoices where company_id = current_company()
        union all select 'payment', id, received_on from payments where company_id = current_company()
        union all select 'payment_void', id, voided_on from payments where company_id = current_company()
      ) d on d.source_type = e.source_type and d.id = e.source_id
      where e.company_id = current_company() and e.source_type in ('invoice', 'invoice_void', 'payment', 'payment_void')
        and e.entry_on is distinct from d.day`,
  },
  {
    key: "reversals_mirror",
    area: "Journal",
    title: "Reversals mirror their originals",
    explanation: "A reversal has each line of its original with the sign turned round, and no other, not before its day.",
    sql: `
      with pairs as (
        select r.id, r.number, r.source_type, r.source_id, r.entry_on, o.id as original_id, o.source_type as of_type,
          o.source_id as of_id, o.entry_on as of_day
        from journal_entries r
        left join journal_entries o on o.company_id = current_company() and o.id = r.reverses_entry_id
        where r.company_id = current_company()
          and (r.reverses_entry_id is not null or r.source_type in ('invoice_void', 'payment_void', 'reversal'))
      ), sides as (
        select p.id, p.number, l.account_id, l.client_id, l.project_id, l.invoice_id, l.amount_cents as amount, 1 as side
        from pairs p join journal_lines l on l.company_id = current_company() and l.entry_id = p.original_id
        union all
        select p.id, p.number, l.account_id, l.client_id, l.project_id, l.invoice_id, -l.amount_cents, -1
        from pairs p join journal_lines l on l.company_id = current_company() and l.entry_id = p.id
      )
      select 'journal_entry' as kind, id, 'Entry ' || number as label, 'the mirror of its original' as expected,
        'other lines' as found
      from (select distinct id, number from (select id, number from sides
        group by id, number, account_id, client_id, project_id, invoice_id, amount having sum(side) <> 0) unequal) odd
      union all
      select 'journal_entry', id, 'Entry ' || number, 'an original of the same document', coalesce(of_type, 'none')
      from pairs
      where original_id is null or entry_on < of_day
        or source_type in ('invoice_void', 'payment_void')
          and (of_type || '_void', of_id) is distinct from (source_type, source_id)`,
  },
];
