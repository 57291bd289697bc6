import type { Desk } from "@/lib/doors/console";
import { formatCents } from "@/lib/kernel/decimal-text";
import { as } from "../db/roles";

export type Section = { title: string; why: string; rows: string[] };
type Line = { number: string; day: string; memo: string; code: string; name: string; amount: string };

/** Plays one event and keeps what it added to the journal. */
export function scribe(desk: Desk, sections: Section[]) {
  let seen = 0;
  return async <T>(title: string, why: string, event: () => Promise<T>): Promise<T> => {
    const result = await event();
    const lines = await as("app", desk.seat.company.id, (run) =>
      run<Line>({
        text: `select e.number, e.entry_on::text as day, e.memo, a.code, a.name, l.amount_cents as amount
          from journal_entries e join journal_lines l on l.company_id = e.company_id and l.entry_id = e.id
          join accounts a on a.company_id = l.company_id and a.id = l.account_id
          where e.number > $1 order by e.number, l.line_no`,
        values: [seen],
      }),
    );
    seen = Math.max(seen, ...lines.map(({ number }) => Number(number)));
    sections.push({ title, why, rows: lines.map(rowOf) });
    return result;
  };
}

function rowOf({ number, day, memo, code, name, amount }: Line): string {
  const cents = Number(amount);
  const [debit, credit] = cents > 0 ? [formatCents(cents), ""] : ["", formatCents(-cents)];
  return `| ${number} | ${day} | ${memo} | ${code} ${name} | ${debit} | ${credit} |`;
}

/** Plays an event under its title, with why it posts what it posts. */
export type Event = ReturnType<typeof scribe>;
