/** Cents as dollars, in the text of an offender. */
export function dollars(cents: string): string {
  return `to_char((${cents}) / 100.0, 'FM999,999,999,999,990.00')`;
}

/** The lines of one control account with their company's rows. */
export function controlLines(role: "receivable" | "customer_credit"): string {
  return `journal_lines l join accounts a on a.company_id = l.company_id and a.id = l.account_id
    and a.role = '${role}' where l.company_id = current_company()`;
}
