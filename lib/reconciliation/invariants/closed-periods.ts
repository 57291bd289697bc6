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
    explanation: "No invoice was issued, and no payment, application or credit made, into a period after its close.",
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
        select 'invoice', invoice_id, 'Applied to an invoice', allocated_on, created_at
          from allocations where company_id = current_company()
        union all
        select 'client', client_id, 'Client credit', entered_on, created_at
          from credit_entries where company_id = current_company()
      ) d on d.day between c.starts_on and c.ends_on and d.made_at > c.closed_at`,
  },
];
