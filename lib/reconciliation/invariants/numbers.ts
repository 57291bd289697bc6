import type { Invariant } from "../invariant";

export const numbers: Invariant[] = [
  gapless("entry", "journal_entries", "number", "journal_entry", "Entry "),
  gapless("invoice", "invoices", "sequence", "invoice", "Invoice "),
  gapless("payment", "payments", "sequence", "payment", "Payment "),
  gapless("credit_note", "credit_notes", "sequence", "credit_note", "Credit note "),
  gapless("expense", "expenses", "sequence", "expense", "Expense "),
  gapless("bill", "bills", "sequence", "bill", "Bill "),
  {
    key: "series_ahead",
    area: "Numbers",
    title: "Number series continue where the last number ended",
    explanation: "The next number of each series is one above the highest in use: none is given twice, none is lost.",
    sql: `
      select 'series' as kind, used.series as id, used.series as label,
        case when used.exactly then '' else 'at least ' end || (used.highest + 1) as expected,
        coalesce(s.next_number::text, 'no series') as found
      from (
        select 'invoice' as series, true as exactly, coalesce(max(sequence), 0) as highest
          from invoices where company_id = current_company()
        union all
        select 'payment', true, coalesce(max(sequence), 0) from payments where company_id = current_company()
        union all
        select 'credit_note', true, coalesce(max(sequence), 0) from credit_notes where company_id = current_company()
        union all
        select 'expense', true, coalesce(max(sequence), 0) from expenses where company_id = current_company()
        union all
        select 'bill', true, coalesce(max(sequence), 0) from bills where company_id = current_company()
        union all
        select kind, true, max(sequence) from estimates where company_id = current_company() and sequence is not null group by kind
        union all
        select 'journal_entry', true, coalesce(max(number), 0) from journal_entries where company_id = current_company()
        union all
        select 'project', false, count(*) from projects where company_id = current_company()
      ) used
      left join number_series s on s.company_id = current_company() and s.series = used.series
      where s.next_number is null or s.next_number <= used.highest
        or used.exactly and s.next_number <> used.highest + 1`,
  },
  {
    key: "project_numbers_gapless",
    area: "Numbers",
    title: "Invoices numbered by project have no gap in their project",
    explanation: "They carry the project's number and a count from 1 without a gap and without a double.",
    sql: `
      select 'project' as kind, p.id, p.number as label, given.n || ' of ' || p.number || '-1 to -' || given.n as expected,
        given.lowest || ' to ' || given.highest || ', next ' || coalesce(s.next_number::text, 'none') as found
      from projects p
      join (
        select i.company_id, i.project_id, count(*) as n, count(distinct i.number) as different,
          min(substring(i.number from '-(\\d{1,15})$')::bigint) as lowest, max(substring(i.number from '-(\\d{1,15})$')::bigint) as highest,
          bool_and(i.number = q.number || '-' || substring(i.number from '-(\\d{1,15})$')) as named
        from invoices i join projects q on q.company_id = i.company_id and q.id = i.project_id
        where i.company_id = current_company() and i.use_project_numbers and i.number is not null
        group by i.company_id, i.project_id
      ) given on given.company_id = p.company_id and given.project_id = p.id
      left join project_number_series s on s.company_id = p.company_id and s.project_id = p.id
      where p.company_id = current_company()
        and (given.named is not true or given.lowest <> 1 or given.highest <> given.n or given.different <> given.n
          or s.next_number is distinct from given.highest + 1)`,
  },
  {
    key: "one_invoice_per_occurrence",
    area: "Numbers",
    title: "Each occurrence of a recurring plan is one invoice",
    explanation: "An invoice that a plan made is the one that its occurrence names, and no occurrence names two.",
    sql: `
      select 'invoice' as kind, i.id, coalesce(i.number, 'Draft') as label, 'made on ' || i.occurrence_on as expected,
        coalesce('the occurrence names ' || o.invoice_id, 'no such occurrence') as found
      from invoices i
      left join recurring_occurrences o on o.company_id = i.company_id and o.plan_id = i.recurring_plan_id
        and o.occurrence_on = i.occurrence_on
      where i.company_id = current_company() and i.recurring_plan_id is not null and o.invoice_id is distinct from i.id`,
  },
];

function gapless(noun: string, table: string, column: string, kind: string, word: string): Invariant {
  return {
    key: `${noun}_numbers_gapless`,
    area: "Numbers",
    title: `${noun === "entry" ? "Journal entry" : word.trim()} numbers have no gap`,
    explanation: "Numbers run from 1 without a gap and without a double: nothing was taken out, nothing put between.",
    sql: `
      select '${kind}' as kind, id, '${word}' || ${column} as label, (before + 1)::text as expected, ${column}::text as found
      from (select id, ${column}, lag(${column}, 1, 0::bigint) over (order by ${column}) as before from ${table}
        where company_id = current_company() and ${column} is not null) numbered
      where ${column} <> before + 1`,
  };
}
