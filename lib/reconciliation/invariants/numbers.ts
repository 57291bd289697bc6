import type { Invariant } from "../invariant";

export const numbers: Invariant[] = [
  gapless("entry", "journal_entries", "number", "journal_entry", "Entry "),
  gapless("invoice", "invoices", "sequence", "invoice", "Invoice "),
  gapless("payment", "payments", "sequence", "payment", "Payment "),
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
        select 'journal_entry', true, coalesce(max(number), 0) from journal_entries where company_id = current_company()
        union all
        select 'project', false, coalesce(max(substring(number from '(\\d{1,15})$')::bigint), 0)
          from projects where company_id = current_company()
      ) used
      left join number_series s on s.company_id = current_company() and s.series = used.series
      where s.next_number is null or s.next_number <= used.highest
        or used.exactly and s.next_number <> used.highest + 1`,
  },
];

function gapless(noun: string, table: string, column: string, kind: string, word: string): Invariant {
  return {
    key: `${noun}_numbers_gapless`,
    area: "Numbers",
    title: `${noun === "entry" ? "Journal entry" : noun === "invoice" ? "Invoice" : "Payment"} numbers have no gap`,
    explanation: "Numbers run from 1 without a gap and without a double: nothing was taken out, nothing put between.",
    sql: `
      select '${kind}' as kind, id, '${word}' || ${column} as label, (before + 1)::text as expected, ${column}::text as found
      from (select id, ${column}, lag(${column}, 1, 0::bigint) over (order by ${column}) as before from ${table}
        where company_id = current_company() and ${column} is not null) numbered
      where ${column} <> before + 1`,
  };
}
