import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

export const turns: Invariant[] = [
  {
    key: "closing_entries_zero",
    area: "Journal",
    title: "A year's closing entry brings income and expense to zero",
    explanation:
      "With everything that was posted before it, each account of income and expense is zero over the year, and the net is in retained earnings.",
    sql: `
      select 'journal_entry' as kind, c.id, 'Entry ' || c.number || ', account ' || a.code as label,
        case when a.type in ('income', 'expense') then '0.00' else 'no line' end as expected, ${dollars("sum(l.amount_cents)")} as found
      from journal_entries c
      join journal_entries e on e.company_id = c.company_id and e.number <= c.number
        and e.entry_on > c.entry_on - interval '1 year' and e.entry_on <= c.entry_on
      join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
      join accounts a on a.company_id = l.company_id and a.id = l.account_id
      where c.company_id = current_company() and c.source_type = 'closing' and (a.type in ('income', 'expense')
        or e.id = c.id and a.role is distinct from 'retained_earnings')
      group by c.id, c.number, a.code, a.type having sum(l.amount_cents) <> 0`,
  },
  {
    key: "one_opening_stands",
    area: "Journal",
    title: "One opening entry stands at most",
    explanation: "Opening balances of a second time would count what the first already says.",
    sql: `
      select 'journal_entry' as kind, max(o.id) as id, 'Opening balances' as label, '1 entry' as expected, count(*) || ' entries' as found
      from journal_entries o where o.company_id = current_company() and o.source_type = 'opening' and not exists (
        select 1 from journal_entries r where r.company_id = o.company_id and r.reverses_entry_id = o.id)
      having count(*) > 1`,
  },
];
