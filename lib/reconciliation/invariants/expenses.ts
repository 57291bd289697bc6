import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

const ofExpenses = "('expense', 'expense_void', 'reimbursement', 'reimbursement_void')";

/** What expenses say was posted, and what was, by document, kind, day and account. */
const postedExpenses = `
  with owed as (select id from accounts where company_id = current_company() and role = 'reimbursable'),
  steps (expense_id, kind, day, debit, credit, cents) as (
    select x.id, 'expense', spent_on, account_id, coalesce(paid_from_account_id, owed.id), amount_cents from expenses x, owed
      where company_id = current_company() and status in ('approved', 'reimbursed', 'void')
    union all select x.id, 'reimbursement', reimbursed_on, owed.id, reimbursed_from_account_id, amount_cents from expenses x, owed
      where company_id = current_company() and reimbursed_on is not null
    union all select x.id, 'expense_void', voided_on, account_id, coalesce(paid_from_account_id, owed.id), -amount_cents from expenses x, owed
      where company_id = current_company() and status = 'void'
    union all select x.id, 'reimbursement_void', voided_on, owed.id, reimbursed_from_account_id, -amount_cents from expenses x, owed
      where company_id = current_company() and status = 'void' and reimbursed_on is not null
  ), moved (id, kind, day, account_id, said, booked) as (
    select expense_id, kind, day, debit, cents, 0 from steps
    union all select expense_id, kind, day, credit, -cents, 0 from steps
    union all select e.source_id, e.source_type, e.entry_on, l.account_id, 0, l.amount_cents
      from journal_entries e join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
      where e.company_id = current_company() and e.source_type in ${ofExpenses}
  )
  select id, kind, day, account_id, sum(said) as said, sum(booked) as booked from moved
  group by id, kind, day, account_id having sum(said) <> sum(booked)`;

export const expenseBooks: Invariant[] = [
  {
    key: "expenses_posted_right",
    area: "Expenses",
    title: "Each expense is posted as it says",
    explanation:
      "An approved expense has its cost on its category's account, on its day, and its reimbursement and its void have theirs; nothing else has.",
    sql: `
      select 'expense' as kind, each.id, coalesce('Expense ' || x.number, 'No expense') || to_char(each.day, ' on YYYY-MM-DD') as label,
        ${dollars("each.said")} as expected, ${dollars("each.booked")} as found
      from (${postedExpenses}) each left join expenses x on x.company_id = current_company() and x.id = each.id`,
  },
  {
    key: "reimbursable_total",
    area: "Expenses",
    title: "What members are owed equals its account",
    explanation: "Approved expenses that members paid and have not got back are the balance of reimbursements payable.",
    sql: `
      select 'company' as kind, current_company() as id, 'All members' as label, ${dollars("said")} as expected,
        ${dollars("booked")} as found
      from (
        select (select coalesce(sum(amount_cents), 0) from expenses where company_id = current_company() and status = 'approved'
            and paid_from_account_id is null) as said,
          (select coalesce(-sum(l.amount_cents), 0) from journal_lines l join accounts a on a.company_id = l.company_id
            and a.id = l.account_id and a.role = 'reimbursable' where l.company_id = current_company()) as booked
      ) total where said <> booked`,
  },
  {
    key: "charged_expenses",
    area: "Expenses",
    title: "Charged expenses stand on a line of their client's invoice",
    explanation: "An expense that is charged is approved, billable, and on an invoice of its client that is not void.",
    sql: `
      select 'expense' as kind, x.id, 'Expense ' || x.number as label, 'an invoice of its client' as expected,
        coalesce(i.status, 'no invoice') as found
      from expenses x
      left join invoice_lines l on l.company_id = x.company_id and l.id = x.invoice_line_id
      left join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
      where x.company_id = current_company() and x.invoice_line_id is not null
        and (i.id is null or i.status = 'void' or i.client_id <> x.client_id or not x.is_billable
          or x.status not in ('approved', 'reimbursed'))`,
  },
];
