import type { Invariant } from "../invariant";

/** What must have left a fact in the audit trail: its event, and the rows that it is about. */
const recorded = `
  select 'invoice' as kind, id, 'Invoice ' || number as label, 'invoice.issued' as type from invoices
    where company_id = current_company() and status <> 'draft'
  union all
  select 'invoice', id, 'Invoice ' || number, 'invoice.voided' from invoices
    where company_id = current_company() and status = 'void'
  union all
  select 'payment', id, 'Payment ' || number, 'payment.recorded' from payments
    where company_id = current_company() and status <> 'pending'
  union all
  select 'credit_note', id, 'Credit note ' || number, 'credit_note.posted' from credit_notes
    where company_id = current_company() and status <> 'draft'
  union all
  select 'credit_note', id, 'Credit note ' || number, 'credit_note.voided' from credit_notes
    where company_id = current_company() and status = 'void'
  union all
  select 'settlement', id, initcap(replace(kind, '_', ' ')), case kind when 'refund' then 'payment.refunded'
      when 'credit_application' then 'credit.applied' when 'credit_grant' then 'credit.granted'
      when 'credit_reduction' then 'credit.reduced' when 'credit_payout' then 'credit.paid_out'
      when 'write_off' then 'invoice.written_off' else 'deposit.applied' end from settlements
    where company_id = current_company()
  union all
  select 'payment', id, 'Payment ' || number, 'payment.voided' from payments
    where company_id = current_company() and status = 'void'
  union all
  select 'expense', id, 'Expense ' || number, 'expense.approved' from expenses
    where company_id = current_company() and status in ('approved', 'reimbursed', 'void')
  union all
  select 'expense', id, 'Expense ' || number, 'expense.reimbursed' from expenses
    where company_id = current_company() and reimbursed_on is not null
  union all
  select 'expense', id, 'Expense ' || number, 'expense.voided' from expenses
    where company_id = current_company() and status = 'void'
  union all
  select 'bill', id, 'Bill ' || number, 'bill.posted' from bills where company_id = current_company() and status <> 'draft'
  union all
  select 'bill', id, 'Bill ' || number, 'bill.voided' from bills where company_id = current_company() and status = 'void'
  union all
  select 'bill_payment', id, 'Bill payment', 'bill_payment.recorded' from bill_payments where company_id = current_company()
  union all
  select 'bill_payment', id, 'Bill payment', 'bill_payment.voided' from bill_payments
    where company_id = current_company() and status = 'void'
  union all
  select 'period', id, name, 'period.closed' from accounting_periods
    where company_id = current_company() and status = 'closed'
  union all
  select 'journal_entry', id, 'Entry ' || number, 'journal_entry.posted' from journal_entries
    where company_id = current_company() and source_type = 'manual'`;

export const records: Invariant[] = [
  {
    key: "deeds_recorded",
    area: "Records",
    title: "Every deed is in the audit trail",
    explanation:
      "Each issued or void invoice, each payment, credit note and settlement, each approved expense and posted bill, each entry by hand and each closed period has its record.",
    sql: `
      select d.kind, d.id, d.label, d.type as expected, 'no record' as found
      from (${recorded}) d
      where not exists (select 1 from events e
        where e.company_id = current_company() and e.subject_id = d.id and e.type = d.type)`,
  },
];
