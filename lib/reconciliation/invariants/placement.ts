import type { Invariant } from "../invariant";
import { dollars, extremes } from "./sql-text";

export const placement: Invariant[] = [
  {
    key: "allocations_within_total",
    area: "Payments",
    title: "No invoice has more applied than its total on any day",
    explanation: "What stands on an invoice is on each day no less than nothing and no more than its total.",
    sql: `
      select 'invoice' as kind, i.id, coalesce('Invoice ' || i.number, 'Draft') as label,
        '0.00 to ' || ${dollars("i.total_cents")} as expected,
        ${dollars("case when p.lowest < 0 then p.lowest else p.highest end")} as found
      from ${extremes("select invoice_id as id, allocated_on as day, amount_cents as cents from allocations where company_id = current_company()")} p
      join invoices i on i.company_id = current_company() and i.id = p.id
      where p.lowest < 0 or p.highest > i.total_cents`,
  },
  {
    key: "allocations_on_issued",
    area: "Payments",
    title: "Nothing is applied to drafts and void invoices",
    explanation: "A draft owes nothing yet, a void invoice nothing any more: what was applied has been taken back.",
    sql: `
      select 'invoice' as kind, i.id, coalesce('Invoice ' || i.number, 'Draft') as label, '0.00' as expected,
        ${dollars("p.applied")} as found
      from (select invoice_id, sum(amount_cents) as applied from allocations where company_id = current_company()
        group by invoice_id) p
      join invoices i on i.company_id = current_company() and i.id = p.invoice_id
      where i.status = 'draft' or i.status = 'void' and p.applied <> 0`,
  },
  {
    key: "payments_placed",
    area: "Payments",
    title: "Each payment is placed to the cent",
    explanation: "A payment is wholly on invoices or credit of its client; of a void one nothing stands any more.",
    sql: `
      select 'payment' as kind, p.id, 'Payment ' || p.number as label,
        ${dollars("case when p.status = 'received' then p.amount_cents else 0 end")} as expected,
        ${dollars("coalesce(a.applied, 0) + coalesce(c.credit, 0)")} as found
      from payments p
      left join (select payment_id, sum(amount_cents) as applied from allocations where company_id = current_company()
        group by payment_id) a on a.payment_id = p.id
      left join (select payment_id, sum(amount_cents) as credit from credit_entries where company_id = current_company()
        group by payment_id) c on c.payment_id = p.id
      where p.company_id = current_company() and coalesce(a.applied, 0) + coalesce(c.credit, 0)
        <> case when p.status = 'received' then p.amount_cents else 0 end`,
  },
  {
    key: "payments_of_one_client",
    area: "Payments",
    title: "Money stays with its client",
    explanation:
      "Payments, credit notes and settlements stand on invoices and in the credit of their own client, and of nobody else.",
    sql: `
      select d.kind, d.id, d.label, coalesce(c.name, 'its client') as expected, 'another client''s ' || w.place as found
      from (
        select coalesce(a.payment_id, a.settlement_id, a.credit_note_id) as document_id, i.client_id,
            'invoice ' || coalesce(i.number, 'draft') as place from allocations a
          join invoices i on i.company_id = a.company_id and i.id = a.invoice_id where a.company_id = current_company()
        union all
        select coalesce(payment_id, settlement_id, credit_note_id), client_id, 'credit' from credit_entries
          where company_id = current_company()
        union all
        select n.id, i.client_id, 'invoice ' || i.number from credit_notes n
          join invoices i on i.company_id = n.company_id and i.id = n.invoice_id where n.company_id = current_company()
        union all
        select s.id, i.client_id, 'deposit ' || i.number from settlements s
          join invoices i on i.company_id = s.company_id and i.id = s.deposit_invoice_id where s.company_id = current_company()
        union all
        select s.id, p.client_id, 'payment ' || p.number from settlements s
          join payments p on p.company_id = s.company_id and p.id = s.payment_id where s.company_id = current_company()
      ) w
      join (
        select 'payment' as kind, id, 'Payment ' || number as label, client_id from payments where company_id = current_company()
        union all
        select 'settlement', id, initcap(replace(kind, '_', ' ')), client_id from settlements where company_id = current_company()
        union all
        select 'credit_note', id, coalesce('Credit note ' || number, 'Draft'), client_id from credit_notes
          where company_id = current_company()
      ) d on d.id = w.document_id
      left join clients c on c.company_id = current_company() and c.id = d.client_id
      where w.client_id <> d.client_id`,
  },
];
