import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

export const paymentEntries: Invariant[] = [
  {
    key: "payment_entries",
    area: "Payments",
    title: "Each payment has exactly one entry",
    explanation: "A payment is posted once, a void one once more, an expected one never.",
    sql: `
      select 'payment' as kind, coalesce(p.id, e.source_id) as id, coalesce('Payment ' || p.number, 'No payment') as label,
        coalesce(p.receipts, 0) || ' and ' || coalesce(p.voids, 0) || ' void' as expected,
        coalesce(e.receipts, 0) || ' and ' || coalesce(e.voids, 0) || ' void' as found
      from (select id, number, (status <> 'pending')::int as receipts, (status = 'void')::int as voids from payments
        where company_id = current_company()) p
      full join (select source_id, count(*) filter (where source_type = 'payment') as receipts,
          count(*) filter (where source_type = 'payment_void') as voids
        from journal_entries where company_id = current_company() and source_type in ('payment', 'payment_void')
        group by source_id) e on e.source_id = p.id
      where coalesce(p.receipts, 0) <> coalesce(e.receipts, 0) or coalesce(p.voids, 0) <> coalesce(e.voids, 0)`,
  },
  {
    key: "payment_posted_right",
    area: "Payments",
    title: "Payments are posted with their own amount",
    explanation:
      "The entry of a payment debits the account that it was deposited to, an asset that no subledger keeps, with its whole amount, and else moves receivables and client credit alone.",
    sql: `
      select 'payment' as kind, p.id, 'Payment ' || p.number as label, ${dollars("p.amount_cents")} as expected,
        ${dollars("coalesce(l.deposited, 0)")} || case when l.others > 0 then ' and more accounts' else '' end || ' on ' || d.code || ' ' || d.name as found
      from payments p
      left join (
        select e.source_id, sum(l.amount_cents) filter (where l.account_id = p.deposit_account_id) as deposited,
          count(*) filter (where l.account_id <> p.deposit_account_id
            and (a.role is null or a.role not in ('receivable', 'customer_credit'))) as others
        from journal_entries e
        join payments p on p.company_id = e.company_id and p.id = e.source_id
        join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
        join accounts a on a.company_id = l.company_id and a.id = l.account_id
        where e.company_id = current_company() and e.source_type = 'payment' group by e.source_id
      ) l on l.source_id = p.id
      join accounts d on d.company_id = p.company_id and d.id = p.deposit_account_id
      where p.company_id = current_company() and p.status <> 'pending' and (coalesce(l.deposited, 0) <> p.amount_cents or l.others > 0
        or not d.is_bank)`,
  },
];
