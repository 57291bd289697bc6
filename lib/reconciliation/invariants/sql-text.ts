import type { AccountRole } from "@/lib/ledger/account";

/** Cents as dollars, in the text of an offender. */
export function dollars(cents: string): string {
  return `to_char((${cents}) / 100.0, 'FM999,999,999,999,990.00')`;
}

/**
 * The lowest and the highest that each was on any day, of moves that a query gives as `id`, `day` and `cents`: what is
 * right in sum can have been below zero in between.
 */
export function extremes(moves: string): string {
  return `(select id, min(running) as lowest, max(running) as highest from (
    select id, sum(sum(cents)) over (partition by id order by day) as running from (${moves}) moved group by id, day
  ) each_day group by id)`;
}

/** The lines of one control account with their company's rows. */
export function controlLines(role: AccountRole): string {
  return `journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    and a.role = '${role}' where l.company_id = current_company()`;
}
