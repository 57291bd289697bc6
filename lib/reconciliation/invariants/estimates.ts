import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

const label = "coalesce(e.number, 'Draft ' || e.kind)";

export const estimates: Invariant[] = [
  {
    key: "estimate_numbers_gapless",
    area: "Numbers",
    title: "Estimate and proposal numbers have no gap",
    explanation: "Each of the two series runs from 1 without a gap and without a double.",
    sql: `
      select 'estimate' as kind, id, kind || ' ' || sequence as label, (before + 1)::text as expected, sequence::text as found
      from (select id, kind, sequence, lag(sequence, 1, 0::bigint) over (partition by kind order by sequence) as before from estimates
        where company_id = current_company() and sequence is not null) numbered
      where sequence <> before + 1`,
  },
  {
    key: "estimate_totals",
    area: "Estimates",
    title: "Totals of estimates and proposals are the sum of their lines",
    explanation: "Subtotal, discount, tax and total of each are the sums of its lines.",
    sql: `
      select 'estimate' as kind, e.id, ${label} as label,
        ${dollars("coalesce(l.subtotal, 0)")} || ' (less ' || ${dollars("coalesce(l.discount, 0)")} || ') + ' || ${dollars("coalesce(l.tax, 0)")} as expected,
        ${dollars("e.subtotal_cents")} || ' (less ' || ${dollars("e.discount_cents")} || ') + ' || ${dollars("e.tax_cents")} || ' = ' || ${dollars("e.total_cents")} as found
      from estimates e
      left join (select estimate_id, sum(subtotal_cents) as subtotal, sum(tax_cents) as tax, sum(document_discount_cents) as discount from estimate_lines
        where company_id = current_company() group by estimate_id) l on l.estimate_id = e.id
      where e.company_id = current_company() and (coalesce(l.subtotal, 0) <> e.subtotal_cents
        or coalesce(l.tax, 0) <> e.tax_cents or coalesce(l.discount, 0) <> e.discount_cents or e.subtotal_cents + e.tax_cents <> e.total_cents)`,
  },
  {
    key: "estimate_lines_computed",
    area: "Estimates",
    title: "Lines of estimates and proposals are computed right",
    explanation:
      "Each line is quantity × price less its discounts, and its tax the document's rate of that, each rounded half up to the cent. At 0% a line keeps the tax that was typed for it.",
    sql: `
      select 'estimate' as kind, l.estimate_id as id, ${label} || ', line ' || l.position as label,
        ${dollars("round(l.quantity * l.unit_price_cents) - l.discount_cents - l.document_discount_cents")} as expected,
        ${dollars("l.subtotal_cents")} || ' + ' || ${dollars("l.tax_cents")} as found
      from estimate_lines l join estimates e on e.company_id = l.company_id and e.id = l.estimate_id
      where l.company_id = current_company()
        and (round(l.quantity * l.unit_price_cents) - l.discount_cents - l.document_discount_cents <> l.subtotal_cents
          or e.tax_ppm > 0 and l.tax_cents <> case when l.is_taxable then round(l.subtotal_cents::numeric * e.tax_ppm / 1000000) else 0 end)`,
  },
  {
    key: "estimate_acceptance",
    area: "Estimates",
    title: "What was accepted is what was sent",
    explanation:
      "The kept acceptance names the number, the total and the day of its document, and lies in its valid days.",
    sql: `
      select 'estimate' as kind, e.id, ${label} as label, e.number || ', ' || ${dollars("e.total_cents")} || ', ' || e.decided_on as expected,
        coalesce(e.acceptance::text, 'none') as found
      from estimates e
      where e.company_id = current_company() and e.status = 'accepted' and ((e.acceptance ->> 'number', e.acceptance ->> 'totalCents',
          e.acceptance ->> 'acceptedOn') is distinct from (e.number, e.total_cents::text, e.decided_on::text)
        or e.decided_on not between e.issued_on and e.valid_until)`,
  },
  {
    key: "estimate_not_overbilled",
    area: "Estimates",
    title: "Invoices bill no more than was accepted",
    explanation:
      "The invoices of an accepted estimate or proposal that stand sum to its subtotal at most, and its deposit invoice to its total.",
    sql: `
      select 'estimate' as kind, e.id, ${label} as label, 'at most ' || ${dollars("e.subtotal_cents")} as expected,
        ${dollars("billed")} || ' and a deposit of ' || ${dollars("deposited")} as found
      from (select i.estimate_id, coalesce(sum(i.subtotal_cents) filter (where i.kind = 'standard'), 0) as billed,
          coalesce(sum(i.total_cents) filter (where i.kind = 'deposit'), 0) as deposited
        from invoices i where i.company_id = current_company() and i.estimate_id is not null and i.status <> 'void'
        group by i.estimate_id) b
      join estimates e on e.company_id = current_company() and e.id = b.estimate_id
      where e.status <> 'accepted' or billed > e.subtotal_cents or deposited > e.total_cents`,
  },
  {
    key: "parties_kept",
    area: "Invoices",
    title: "Documents name their parties",
    explanation:
      "Each estimate and proposal that was sent keeps the names of the firm and the client as they were. Invoices from before this was kept have neither.",
    sql: `
      select 'estimate' as kind, e.id, ${label} as label, 'both names' as expected, coalesce(e.billed_to_party::text, 'none') as found
      from estimates e
      where e.company_id = current_company() and e.status <> 'draft'
        and (coalesce(e.issued_by_party ->> 'name', '') = '' or coalesce(e.billed_to_party ->> 'name', '') = '')
      union all
      select 'invoice', i.id, coalesce('Invoice ' || i.number, 'Draft'), 'both names or neither', i.billed_to_party::text
      from invoices i
      where i.company_id = current_company() and i.billed_to_party is not null
        and (coalesce(i.issued_by_party ->> 'name', '') = '' or coalesce(i.billed_to_party ->> 'name', '') = '')`,
  },
];
