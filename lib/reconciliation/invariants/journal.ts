import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

export const journal: Invariant[] = [
  {
    key: "entries_balance",
    area: "Journal",
    title: "Every entry balances and is as it was sealed",
    explanation:
      "Debits equal credits to the cent, and number of lines and sum of debits are those it was written with.",
    sql: `
      select 'journal_entry' as kind, coalesce(e.id, l.entry_id) as id, coalesce('Entry ' || e.number, 'No entry') as label,
        'sum 0.00, debits ' || ${dollars("coalesce(e.total_cents, 0)")} || ' in ' || coalesce(e.line_count, 0) || ' lines' as expected,
        'sum ' || ${dollars("coalesce(l.total, 0)")} || ', debits ' || ${dollars("coalesce(l.debits, 0)")} || ' in '
          || coalesce(l.n, 0) || ' lines' as found
      from (select id, number, line_count, total_cents from journal_entries where company_id = current_company()) e
      full join (select entry_id, count(*) as n, sum(amount_cents) as total,
          sum(amount_cents) filter (where amount_cents > 0) as debits
        from journal_lines where company_id = current_company() group by entry_id) l on l.entry_id = e.id
      where coalesce(l.total, 0) <> 0 or l.n is distinct from e.line_count or l.debits is distinct from e.total_cents`,
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
      ${ofDocument("invoice", "invoices", "issued_on")}
      union all ${ofDocument("invoice_void", "invoices", "voided_on")}
      union all ${ofDocument("payment", "payments", "received_on")}
      union all ${ofDocument("payment_void", "payments", "voided_on")}
      union all ${ofDocument("expense", "expenses", "spent_on")}
      union all ${ofDocument("reimbursement", "expenses", "reimbursed_on")}
      union all ${ofDocument("expense_void", "expenses", "voided_on")}
      union all ${ofDocument("bill", "bills", "billed_on")}
      union all ${ofDocument("bill_void", "bills", "voided_on")}
      union all ${ofDocument("bill_payment", "bill_payments", "paid_on")}
      union all ${ofDocument("bill_payment_void", "bill_payments", "voided_on")}`,
  },
  {
    key: "reversals_mirror",
    area: "Journal",
    title: "Reversals mirror their originals",
    explanation:
      "A reversal has each line of its original with the sign turned round, and no other, not before its day.",
    sql: `
      with pairs as (
        select r.id, r.number, r.source_type, r.source_id, r.entry_on, o.id as original_id, o.source_type as of_type,
          o.source_id as of_id, o.entry_on as of_day
        from journal_entries r
        left join journal_entries o on o.company_id = current_company() and o.id = r.reverses_entry_id
        where r.company_id = current_company()
          and (r.reverses_entry_id is not null or r.source_type in ('invoice_void', 'payment_void', 'expense_void', 'reimbursement_void',
            'bill_void', 'bill_payment_void', 'reversal'))
      ), sides as (
        select p.id, p.number, l.account_id, l.client_id, l.project_id, l.invoice_id, l.bill_id, l.amount_cents as amount, 1 as side
        from pairs p join journal_lines l on l.company_id = current_company() and l.entry_id = p.original_id
        union all
        select p.id, p.number, l.account_id, l.client_id, l.project_id, l.invoice_id, l.bill_id, -l.amount_cents, -1
        from pairs p join journal_lines l on l.company_id = current_company() and l.entry_id = p.id
      )
      select 'journal_entry' as kind, id, 'Entry ' || number as label, 'the mirror of its original' as expected,
        'other lines' as found
      from (select distinct id, number from (select id, number from sides
        group by id, number, account_id, client_id, project_id, invoice_id, bill_id, amount having sum(side) <> 0) unequal) odd
      union all
      select 'journal_entry', id, 'Entry ' || number, 'an original of the same document', coalesce(of_type, 'none')
      from pairs
      where original_id is null or entry_on < of_day
        or source_type in ('invoice_void', 'payment_void', 'expense_void', 'reimbursement_void', 'bill_void', 'bill_payment_void')
          and (of_type || '_void', of_id) is distinct from (source_type, source_id)`,
  },
];

function ofDocument(sourceType: string, table: string, day: string): string {
  return `
      select 'journal_entry' as kind, e.id, 'Entry ' || e.number as label, coalesce(d.${day}::text, 'a document') as expected,
        e.entry_on::text as found
      from journal_entries e left join ${table} d on d.company_id = e.company_id and d.id = e.source_id
      where e.company_id = current_company() and e.source_type = '${sourceType}' and e.entry_on is distinct from d.${day}`;
}
