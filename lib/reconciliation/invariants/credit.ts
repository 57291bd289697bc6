import type { Invariant } from "../invariant";
import { controlLines, dollars, extremes } from "./sql-text";

export const credit: Invariant[] = [
  {
    key: "credit_per_client",
    area: "Client credit",
    title: "Each client's credit equals the customer credit account, day by day",
    explanation:
      "The credit ledger of a client is, to the cent and on each day, that client's part of the customer credit account.",
    sql: `
      select 'client' as kind, coalesce(each.client_id, '') as id,
        coalesce(n.name, 'No client') || to_char(each.day, ' on YYYY-MM-DD') as label,
        ${dollars("each.said")} as expected, ${dollars("each.booked")} as found
      from (
        select client_id, day, sum(said) as said, sum(booked) as booked from (
          select client_id, entered_on as day, amount_cents as said, 0 as booked from credit_entries
            where company_id = current_company()
          union all
          select l.client_id, l.entry_on, 0, -l.amount_cents from ${controlLines("customer_credit")}
        ) moved group by client_id, day having sum(said) <> sum(booked)
      ) each left join clients n on n.company_id = current_company() and n.id = each.client_id`,
  },
  {
    key: "credit_not_negative",
    area: "Client credit",
    title: "No client's credit is below zero on any day",
    explanation: "Credit can be used only as far as it reaches, on the day of the use and on each day after it.",
    sql: `
      select 'client' as kind, e.id, coalesce(c.name, 'No client') as label, 'at least 0.00' as expected,
        ${dollars("e.lowest")} as found
      from ${extremes("select client_id as id, entered_on as day, amount_cents as cents from credit_entries where company_id = current_company()")} e
      left join clients c on c.company_id = current_company() and c.id = e.id
      where e.lowest < 0`,
  },
];
