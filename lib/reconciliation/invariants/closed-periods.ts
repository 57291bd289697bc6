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
  {
    key: "closed_periods_sealed",
    area: "Closed periods",
    title: "Closed periods are as they were sealed",
    explanation:
      "Every balance at the end of a closed period, and what was posted in it, is what its close wrote down.",
    sql: `
      with sealed as (
        select p.id, p.name, p.starts_on, p.ends_on, (
          select e.facts -> 'seal' ->> 'fingerprint' from events e
          where e.company_id = current_company() and e.subject_id = p.id and e.type = 'period.closed'
          order by e.id desc limit 1) as fingerprint
        from accounting_periods p where p.company_id = current_company() and p.status = 'closed'
      ), balance as (
        select s.id, m.account_id, sum(m.amount_cents) as amount from sealed s
          join account_months m on m.company_id = current_company()
            and m.month < date_trunc('month', (s.ends_on + 1)::timestamp)::date
          group by s.id, m.account_id
        union all
        select s.id, l.account_id, sum(l.amount_cents) from sealed s
          join journal_lines l on l.company_id = current_company() and l.entry_on <= s.ends_on
            and l.entry_on >= date_trunc('month', (s.ends_on + 1)::timestamp)::date
          group by s.id, l.account_id
      ), said as (
        select id, string_agg(account_id || ' ' || amount, E'\\n' order by account_id) as text
        from (select id, account_id, sum(amount) as amount from balance group by id, account_id) b
        where amount <> 0 group by id
      ), posted as (
        select s.id, count(e.id) as entries, coalesce(sum(e.total_cents), 0) as cents from sealed s
        left join journal_entries e on e.company_id = current_company() and e.entry_on between s.starts_on and s.ends_on
        group by s.id
      ), anew as (
        select s.*, encode(sha256(convert_to(concat_ws(E'\\n',
          to_char(s.starts_on, 'YYYY-MM-DD ') || to_char(s.ends_on, 'YYYY-MM-DD ') || p.entries || ' ' || p.cents, said.text), 'UTF8')), 'hex') as computed
        from sealed s join posted p on p.id = s.id left join said on said.id = s.id
      )
      select 'period' as kind, id, name as label, coalesce(left(fingerprint, 16), 'no seal') as expected, left(computed, 16) as found
      from anew where computed is distinct from fingerprint`,
  },
];
