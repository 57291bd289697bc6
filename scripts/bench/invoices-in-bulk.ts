import type { Firm } from "./firm";
import { inBulk, type Stage } from "./stage";

/** How the invoices stand: a company's list with all sorts of them, or nothing but open ones, a third of them partly paid. */
export type Mix = "all sorts" | "open";

/** Invoices by the hundred thousand over four years, with what was paid on them, and the receivable account's rollup. */
export function loadInvoices(stage: Stage, { desk, clientIds }: Firm, count: number, mix: Mix): Promise<void> {
  const { company, member, today } = desk.scope();
  return inBulk(stage.adminUrl, async (client) => {
    await client.query(mix === "open" ? OPEN : ALL_SORTS, [company.id, member.id, count, today, clientIds]);
    // what follows joins these tables, and knows nothing yet of a company that has just come
    await client.query("analyze invoices");
    await client.query(mix === "open" ? PARTLY_PAID : PAID, [company.id]);
    await client.query("analyze allocations");
    await client.query(PAYMENTS, [company.id, member.id]);
    await client.query(RECEIVABLE, [company.id]);
    for (const table of ["invoices", "allocations", "payments", "clients", "account_months"]) {
      await client.query(`vacuum analyze ${table}`);
    }
  });
}

const columns = `company_id, id, client_id, status, number, sequence, issued_on, due_on, reference, tax_ppm, subtotal_cents, tax_cents,
  total_cents, issued_at, issued_by, voided_on, created_by`;

const rows = (status: string) => `
  insert into invoices (${columns})
  select $1, 'inv_' || lpad(n::text, 26, '0'), ($5::text[])[1 + n % cardinality($5::text[])], s.status,
    case when s.status <> 'draft' then 'INV-' || lpad(n::text, 6, '0') end, case when s.status <> 'draft' then n end,
    d.day, d.day + 30, 'PO ' || n % 977, 88750, s.cents, 0, s.cents, now(), $2, case when s.status = 'void' then d.day end, $2
  from generate_series(1, $3::int) n
  cross join lateral (select ${status} as status, 10000 + n::bigint * 7919 % 900000 as cents) s
  cross join lateral (select $4::date - 1460 + (n::bigint * 1461 / $3::int)::int as day) d`;

const ALL_SORTS = rows("case when n % 33 = 0 then 'draft' when n % 50 = 0 then 'void' else 'issued' end");
const OPEN = rows("'issued'");

const allocated = (share: string, which: string) => `
  insert into allocations (company_id, id, invoice_id, payment_id, amount_cents, allocated_on)
  select company_id, 'alc_' || substr(id, 5), id, 'pay_' || substr(id, 5), ${share}, due_on
  from invoices where company_id = $1 and status = 'issued' and ${which}`;

/** All older than a quarter but every fortieth; of the others every second a half. */
const PAID = allocated(
  "case when sequence % 40 = 0 or issued_on > current_date - 90 then total_cents / 2 else total_cents end",
  "(sequence % 40 <> 0 and issued_on <= current_date - 90 or sequence % 2 = 0)",
);
const PARTLY_PAID = allocated("total_cents / 2", "sequence % 3 = 0");

const PAYMENTS = `
  insert into payments (company_id, id, client_id, number, sequence, received_on, method, amount_cents, deposit_account_id, created_by)
  select a.company_id, a.payment_id, i.client_id, 'PAY-' || lpad(i.sequence::text, 6, '0'), i.sequence, a.allocated_on, 'check',
    a.amount_cents, (select id from accounts where company_id = $1 and role = 'cash'), $2
  from allocations a join invoices i on i.company_id = a.company_id and i.id = a.invoice_id where a.company_id = $1`;

const RECEIVABLE = `
  insert into account_months (company_id, account_id, month, amount_cents, line_count)
  select a.company_id, a.id, moved.month, sum(moved.cents), count(*)
  from accounts a
  join (
    select date_trunc('month', issued_on)::date as month, total_cents as cents from invoices where company_id = $1 and status = 'issued'
    union all
    select date_trunc('month', allocated_on)::date, -amount_cents from allocations where company_id = $1
  ) moved on true
  where a.company_id = $1 and a.role = 'receivable' group by 1, 2, 3`;
