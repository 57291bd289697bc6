import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

export const invoiceEntries: Invariant[] = [
  {
    key: "invoice_entries",
    area: "Invoices",
    title: "Each issued invoice has exactly one entry",
    explanation: "An issued invoice is posted once, a void one once more, a draft never.",
    sql: `
      select 'invoice' as kind, coalesce(i.id, e.source_id) as id,
        case when i.id is null then 'No invoice' else coalesce('Invoice ' || i.number, 'Draft') end as label,
        coalesce(i.issues, 0) || ' and ' || coalesce(i.voids, 0) || ' void' as expected,
        coalesce(e.issues, 0) || ' and ' || coalesce(e.voids, 0) || ' void' as found
      from (select id, number, (status <> 'draft')::int as issues, (status = 'void')::int as voids from invoices
        where company_id = current_company()) i
      full join (select source_id, count(*) filter (where source_type = 'invoice') as issues,
          count(*) filter (where source_type = 'invoice_void') as voids
        from journal_entries where company_id = current_company() and source_type in ('invoice', 'invoice_void')
        group by source_id) e on e.source_id = i.id
      where coalesce(i.issues, 0) <> coalesce(e.issues, 0) or coalesce(i.voids, 0) <> coalesce(e.voids, 0)`,
  },
  {
    key: "invoice_posted_right",
    area: "Invoices",
    title: "Invoices are posted with their own amounts",
    explanation:
      "The entry of an invoice debits the client with its total, credits income with its subtotal and sales tax with its tax, and does nothing else; that of a deposit invoice credits customer deposits.",
    sql: `
      select 'invoice' as kind, i.id, 'Invoice ' || i.number as label,
        ${dollars("i.total_cents")} || ', income ' || ${dollars("i.subtotal_cents")} || ', tax ' || ${dollars("i.tax_cents")} as expected,
        ${dollars("coalesce(l.owed, 0)")} || ', income ' || ${dollars("coalesce(l.income, 0)")} || ', held ' || ${dollars("coalesce(l.held, 0)")}
          || ', tax ' || ${dollars("coalesce(l.tax, 0)")} as found
      from invoices i
      join journal_entries e on e.company_id = i.company_id and e.source_type = 'invoice' and e.source_id = i.id
      left join (
        select l.entry_id, sum(l.amount_cents) filter (where a.role = 'receivable') as owed,
          -sum(l.amount_cents) filter (where a.type = 'income') as income,
          -sum(l.amount_cents) filter (where a.role = 'customer_deposit') as held,
          -sum(l.amount_cents) filter (where a.role = 'sales_tax') as tax,
          count(*) filter (where a.type <> 'income' and (a.role is null or a.role not in ('receivable', 'sales_tax', 'customer_deposit'))) as others
        from journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
        where l.company_id = current_company() group by l.entry_id
      ) l on l.entry_id = e.id
      where i.company_id = current_company() and (coalesce(l.owed, 0) <> i.total_cents or coalesce(l.tax, 0) <> i.tax_cents
        or coalesce(l.income, 0) <> case when i.kind = 'deposit' then 0 else i.subtotal_cents end
        or coalesce(l.held, 0) <> case when i.kind = 'deposit' then i.subtotal_cents else 0 end or coalesce(l.others, 0) > 0)`,
  },
];
