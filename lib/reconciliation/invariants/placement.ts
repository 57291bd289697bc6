import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

export const placement: Invariant[] = [
  {
    key: "allocations_within_total",
    area: "Payments",
    title: "No invoice has more applied than its total",
    explanation: "What payments put on an invoice is never less than nothing and never more than its total.",
    sql: `
      select 'invoice' as kind, i.id, coalesce('Invoice ' || i.number, 'Draft') as label,
        '0.00 to ' || ${dollars("i.total_cents")} as expected, ${dollars("p.applied")} as found
      from (select invoice_id, sum(amount_cents) as applied from allocations where company_id = current_company()
        group by invoice_id) p
      join invoices i on i.company_id = current_company() and i.id = p.invoice_id
      where p.applied < 0 or p.applied > i.total_cents`,
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
    title: "Payments stay with their client",
    explanation: "A payment stands on invoices and in the credit of the client who paid it, and of nobody else.",
    sql: `
      select 'payment' as kind, p.id, 'Payment ' || p.number as label, coalesce(c.name, 'its client') as expected,
        'another client''s ' || w.place as found
      from (
        select a.payment_id, i.client_id, 'invoice ' || coalesce(i.number, 'draft') as place from allocations a
          join invoices i on i.company_id = a.company_id and i.id = a.invoice_id where a.company_id = current_company()
        union all
        select payment_id, client_id, 'credit' from credit_entries where company_id = current_company()
      ) w
      join payments p on p.company_id = current_company() and p.id = w.payment_id
      left join clients c on c.company_id = p.company_id and c.id = p.client_id
      where w.client_id <> p.client_id`,
  },
];
