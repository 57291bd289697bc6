import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

/** Documents that are posted once, and once more when they are undone. */
const documents = `
  select 'settlement' as kind, id, initcap(replace(kind, '_', ' ')) as label, kind as source, 1 as posts, (status = 'void')::int as voids
    from settlements where company_id = current_company()
  union all
  select 'credit_note', id, coalesce('Credit note ' || number, 'Draft'), 'credit_note', (status <> 'draft')::int, (status = 'void')::int
    from credit_notes where company_id = current_company()`;

const kinds = `('refund', 'credit_application', 'credit_grant', 'credit_reduction', 'credit_payout', 'write_off',
  'deposit_application', 'credit_note')`;

export const settlementEntries: Invariant[] = [
  {
    key: "settlement_entries",
    area: "Settlements",
    title: "Each settlement and credit note has exactly one entry",
    explanation: "It is posted once, an undone one once more, a draft never.",
    sql: `
      select coalesce(d.kind, 'journal_entry') as kind, coalesce(d.id, e.source_id) as id, coalesce(d.label, 'No document') as label,
        coalesce(d.posts, 0) || ' and ' || coalesce(d.voids, 0) || ' undone' as expected,
        coalesce(e.posts, 0) || ' and ' || coalesce(e.voids, 0) || ' undone' as found
      from (${documents}) d
      full join (select source_id, regexp_replace(source_type, '_void$', '') as source,
          count(*) filter (where source_type not like '%\\_void') as posts, count(*) filter (where source_type like '%\\_void') as voids
        from journal_entries where company_id = current_company() and regexp_replace(source_type, '_void$', '') in ${kinds}
        group by 1, 2) e on e.source_id = d.id and e.source = d.source
      where coalesce(d.posts, 0) <> coalesce(e.posts, 0) or coalesce(d.voids, 0) <> coalesce(e.voids, 0)`,
  },
  {
    key: "settlement_posted_right",
    area: "Settlements",
    title: "Settlements are posted with their own amount",
    explanation:
      "The entry of a settlement moves the account or the deposit that it names by its amount, and else receivables and client credit alone.",
    sql: `
      select 'settlement' as kind, s.id, initcap(replace(s.kind, '_', ' ')) as label, ${dollars("due")} as expected,
        ${dollars("borne")} || case when others > 0 then ' and more accounts' else '' end as found
      from (
        select s.id, s.kind, case when s.kind in ('refund', 'credit_payout', 'credit_reduction') then -s.amount_cents
            when s.kind = 'credit_application' then 0 else s.amount_cents end as due,
          coalesce(sum(l.amount_cents) filter (where l.account_id = s.account_id
            or a.role = 'customer_deposit' and l.invoice_id = s.deposit_invoice_id), 0) as borne,
          count(*) filter (where l.account_id is distinct from s.account_id and (a.role is null or a.role not in ('receivable', 'customer_credit'))
            and not (a.role = 'customer_deposit' and l.invoice_id is not distinct from s.deposit_invoice_id)) as others
        from settlements s
        join journal_entries e on e.company_id = s.company_id and e.source_type = s.kind and e.source_id = s.id
        join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
        join accounts a on a.company_id = l.company_id and a.id = l.account_id
        where s.company_id = current_company() group by s.id, s.kind, s.amount_cents
      ) s where due <> borne or others > 0`,
  },
  {
    key: "credit_note_posted_right",
    area: "Credit notes",
    title: "Credit notes are posted with their own amounts",
    explanation:
      "The entry of a credit note takes back income and tax as the note says, and else moves receivables and client credit alone.",
    sql: `
      select 'credit_note' as kind, n.id, 'Credit note ' || n.number as label,
        ${dollars("n.subtotal_cents")} || ' and tax ' || ${dollars("n.tax_cents")} as expected,
        ${dollars("income")} || ' and tax ' || ${dollars("tax")} || case when others > 0 then ' and more accounts' else '' end as found
      from credit_notes n
      join (
        select e.source_id, coalesce(sum(l.amount_cents) filter (where a.type = 'income'), 0) as income,
          coalesce(sum(l.amount_cents) filter (where a.role = 'sales_tax'), 0) as tax,
          count(*) filter (where a.type <> 'income' and (a.role is null or a.role not in ('receivable', 'sales_tax', 'customer_credit'))) as others
        from journal_entries e
        join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
        join accounts a on a.company_id = l.company_id and a.id = l.account_id
        where e.company_id = current_company() and e.source_type = 'credit_note' group by e.source_id
      ) p on p.source_id = n.id
      where n.company_id = current_company() and (income <> n.subtotal_cents or tax <> n.tax_cents or others > 0)`,
  },
];
