import type { Client } from "pg";
import { addDays, addMonths, firstOfMonth, type PlainDate } from "@/lib/kernel/dates";
import type { Firm } from "./firm";
import { inBulk, type Stage } from "./stage";

/** Months of books, ending with the month before today's. */
const MONTHS = 36;
const ACCOUNTS = 40;
const LINES_OF_ENTRY = 4;

export type Journal = { lastDay: PlainDate; midMonth: PlainDate };

/** A journal of so many lines over three years and forty accounts, with its rollup. */
export function loadJournal(stage: Stage, { desk }: Firm, lines: number): Promise<Journal> {
  const { company, member, today } = desk.scope();
  const end = firstOfMonth(today);
  const start = addMonths(end, -MONTHS);
  return inBulk(stage.adminUrl, async (client) => {
    await client.query(ACCOUNTS_OF, [company.id, ACCOUNTS]);
    const entries = Math.round(lines / LINES_OF_ENTRY);
    await client.query(ENTRIES, [company.id, member.id, entries, start, end]);
    await client.query(LINES, [company.id, LINES_OF_ENTRY]);
    await rollUp(client, company.id);
    return { lastDay: addDays(end, -1), midMonth: addDays(addMonths(end, -1), 19) };
  });
}

async function rollUp(client: Client, companyId: string): Promise<void> {
  await client.query(
    `insert into account_months (company_id, account_id, month, amount_cents, line_count)
     select company_id, account_id, date_trunc('month', entry_on)::date, sum(amount_cents), count(*)
     from journal_lines where company_id = $1 group by 1, 2, 3`,
    [companyId],
  );
  for (const table of ["journal_entries", "journal_lines", "account_months", "accounts"]) {
    await client.query(`vacuum analyze ${table}`);
  }
}

const ACCOUNTS_OF = `
  insert into accounts (company_id, id, code, name, type)
  select $1, 'acc_' || lpad(n::text, 26, '0'), (7000 + n)::text, 'Account ' || n,
    (array['asset', 'liability', 'equity', 'income', 'expense'])[1 + n % 5]
  from generate_series(1, $2::int) n`;

const ENTRIES = `
  insert into journal_entries (company_id, id, number, entry_on, memo, source_type, source_id, line_count, total_cents, created_by)
  select $1, 'je_' || lpad(n::text, 26, '0'), n, $4::date + (n::bigint * 7919 % ($5::date - $4::date))::int,
    'Entry ' || n, 'manual', n::text, 4, (100 + n::bigint * 37 % 100000) + (100 + n::bigint * 91 % 90000), $2
  from generate_series(1, $3::int) n`;

/** Two debits and their two credits, on four accounts. */
const LINES = `
  insert into journal_lines (company_id, entry_id, line_no, account_id, entry_on, amount_cents)
  select e.company_id, e.id, k, 'acc_' || lpad((1 + (e.number * 7 + k * 13) % ${ACCOUNTS})::text, 26, '0'), e.entry_on,
    case when k % 2 = 1 then 100 + e.number * 37 % 100000 else 100 + e.number * 91 % 90000 end * case when k <= 2 then 1 else -1 end
  from journal_entries e cross join generate_series(1, $2::int) k where e.company_id = $1 order by e.number, k`;
