import type { Invariant } from "../invariant";

/** The instant at which an id was made: the first ten characters of its body are the milliseconds of its UUIDv7. */
function madeAt(id: string): string {
  return `(select to_timestamp(sum((strpos('0123456789abcdefghjkmnpqrstvwxyz',
    substr(split_part(${id}, '_', 2), place, 1)) - 1) * power(32, 10 - place)) / 1000.0) from generate_series(1, 10) place)`;
}

/**
 * The closed periods, each with the moment of its close. The door's clock gives `closed_at`; the record of the close was
 * made a moment later, when all postings under way had ended. The later of the two counts, so that a posting which the
 * close waited for is no offender.
 */
const closings = `
  closings as materialized (
    select p.name, p.starts_on, p.ends_on, greatest(p.closed_at, (
      select max(${madeAt("e.id")}) + interval '1 millisecond' from events e
      where e.company_id = current_company() and e.subject_id = p.id and e.type = 'period.closed')) as closed_at
    from accounting_periods p where p.company_id = current_company() and p.status = 'closed')`;

export const closedPeriods: Invariant[] = [
  {
    key: "closed_periods_journal",
    area: "Closed periods",
    title: "No entry entered a closed period",
    explanation: "No journal entry is dated in a period that is closed and was made after that period's close.",
    sql: `
      with ${closings}
      select 'journal_entry' as kind, e.id, 'Entry ' || e.number as label,
        'made before ' || to_char(c.closed_at, 'YYYY-MM-DD HH24:MI:SS') as expected,
        to_char(e.created_at, 'YYYY-MM-DD HH24:MI:SS') || ' in ' || c.name as found
      from closings c join journal_entries e on e.company_id = current_company()
        and e.entry_on between c.starts_on and c.ends_on and e.created_at > c.closed_at`,
  },
  {
    key: "closed_periods_documents",
    area: "Closed periods",
    title: "No document entered a closed period",
    explanation:
      "No invoice was issued, no bill posted, no expense approved, and no payment, application or credit made, into a period after its close.",
    sql: `
      with ${closings}
      select d.kind, d.id, d.label, 'made before ' || to_char(c.closed_at, 'YYYY-MM-DD HH24:MI:SS') as expected,
        to_char(d.made_at, 'YYYY-MM-DD HH24:MI:SS') || ' in ' || c.name as found
      from closings c
      join (
        select 'invoice' as kind, id, 'Invoice ' || number as label, issued_on as day, issued_at as made_at
          from invoices where company_id = current_company() and status <> 'draft'
        union all
        select 'payment', id, 'Payment ' || number, received_on, created_at from payments where company_id = current_company()
        union all
        select 'credit_note', id, 'Credit note ' || number, noted_on, posted_at from credit_notes
          where company_id = current_company() and status <> 'draft'
        union all
        select 'settlement', id, initcap(replace(kind, '_', ' ')), settled_on, created_at from settlements
          where company_id = current_company()
        union all
        select 'invoice', invoice_id, 'Applied to an invoice', allocated_on, created_at
          from allocations where company_id = current_company()
        union all
        select 'expense', id, 'Expense ' || number, spent_on, approved_at from expenses
          where company_id = current_company() and number is not null
        union all
        select 'bill', id, 'Bill ' || number, billed_on, posted_at from bills
          where company_id = current_company() and status <> 'draft'
        union all
        select 'bill_payment', id, 'Bill payment', paid_on, created_at from bill_payments where company_id = current_company()
        union all
        select 'bill', bill_id, 'Paid on a bill', allocated_on, created_at
          from bill_allocations where company_id = current_company()
        union all
        select 'client', client_id, 'Client credit', entered_on, created_at
          from credit_entries where company_id = current_company()
      ) d on d.day between c.starts_on and c.ends_on and d.made_at > c.closed_at`,
  },
  {
    key: "closed_periods_sealed",
    area: "Closed periods",
    title: "Closed periods are as they were sealed",
    explanation:
      "Every balance at the end of a closed period, and what was posted in it, is what its close wrote down.",
    sql: `
      with sealed as (
        select p.id, p.name, balance_fingerprint(p.company_id, p.starts_on, p.ends_on) as computed, (
          select e.facts -> 'seal' ->> 'fingerprint' from events e
          where e.company_id = current_company() and e.subject_id = p.id and e.type = 'period.closed'
          order by e.id desc limit 1) as fingerprint
        from accounting_periods p where p.company_id = current_company() and p.status = 'closed'
      )
      select 'period' as kind, id, name as label, coalesce(left(fingerprint, 16), 'no seal') as expected, left(computed, 16) as found
      from sealed where computed is distinct from fingerprint`,
  },
  {
    key: "closed_periods_entries",
    area: "Closed periods",
    title: "Every entry under seal is as it was at the close",
    explanation:
      "No entry of a closed period was altered, lost or slipped in: each has the digest that its close wrote.",
    sql: `
      select 'journal_entry' as kind, e."entryId" as id, 'Entry ' || e.number || ' in ' || s.period_name as label,
        coalesce(left(e.expected, 16), 'no such entry') as expected, coalesce(left(e.found, 16), 'gone') as found
      from seal_states(current_company()) s
      cross join jsonb_to_recordset(s.altered) as e ("entryId" text, number bigint, expected text, found text)`,
  },
  {
    key: "closed_periods_chained",
    area: "Closed periods",
    title: "The seals of closed periods form one chain",
    explanation:
      "Each seal is computed anew from its entries and the seal before it; none is missing. Periods closed before there were seals have none.",
    sql: `
      with states as materialized (select * from seal_states(current_company()))
      select 'period' as kind, period_id as id, period_name as label, left(expected, 16) as expected, left(found, 16) as found
      from states where expected is distinct from found
      union all
      select 'period', period_id, period_name, left(e.facts -> 'seal' ->> 'digest', 16), 'no seal'
      from states s join lateral (
        select facts from events where company_id = current_company() and subject_id = s.period_id and type = 'period.closed'
        order by id desc limit 1) e on true
      where s.expected is distinct from (e.facts -> 'seal' ->> 'digest') and e.facts -> 'seal' ->> 'digest' <> ''
      union all
      select 'period', max(id), 'Seals', max(number) || ' seals', count(*) || ' seals'
      from period_seals where company_id = current_company() having count(*) <> max(number)`,
  },
];
