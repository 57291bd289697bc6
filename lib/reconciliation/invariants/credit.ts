import type { Invariant } from "../invariant";
import { controlLines, dollars } from "./sql-text";

export const credit: Invariant[] = [
  {
    key: "credit_per_client",
    area: "Client credit",
    title: "Each client's credit equals the customer credit account",
    explanation: "The credit ledger of a client is, to the cent, that client's part of the customer credit account.",
    sql: `
      select 'client' as kind, coalesce(c.client_id, b.client_id, '') as id, coalesce(n.name, 'No client') as label,
        ${dollars("coalesce(c.credit, 0)")} as expected, ${dollars("coalesce(b.credit, 0)")} as found
      from (select client_id, sum(amount_cents) as credit from credit_entries where company_id = current_company()
        group by client_id) c
      full join (select l.client_id, -sum(l.amount_cents) as credit from ${controlLines("customer_credit")}
        group by l.client_id) b on b.client_id = c.client_id
      left join clients n on n.company_id = current_company() and n.id = coalesce(c.client_id, b.client_id)
      where coalesce(c.credit, 0) <> coalesce(b.credit, 0)`,
  },
  {
    key: "credit_not_negative",
    area: "Client credit",
    title: "No client's credit is below zero",
    explanation: "Credit can be used only as far as it reaches.",
    sql: `
      select 'client' as kind, e.client_id as id, coalesce(c.name, 'No client') as label, 'at least 0.00' as expected,
        ${dollars("e.credit")} as found
      from (select client_id, sum(amount_cents) as credit from credit_entries where company_id = current_company()
        group by client_id having sum(amount_cents) < 0) e
      left join clients c on c.company_id = current_company() and c.id = e.client_id`,
  },
];
