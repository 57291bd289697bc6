import { type SQL, sql } from "drizzle-orm";
import { billAllocations, billLines, bills, expenses, journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { AccountId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { type Range, spanOf, sumsOf, within } from "./balances";
import { enteredBy, knownBy, type LineFilter, party } from "./line-filter";

/** What was paid of bills and given back to members in each range, by the account that bore it. One query. */
export async function cashSpent(
  scope: Scope<"reports.read">,
  ranges: readonly Range[],
  filter: LineFilter,
): Promise<Map<AccountId, Cents[]>> {
  const { rows } = await scope.read((db) =>
    db.execute<{ accountId: AccountId; amounts: string[] }>(sql`
      select spent.account_id as "accountId", ${sumsOf(sql`spent.cents`, sql`spent.day`, ranges)} as amounts
      from (${spendings(scope, filter)}) spent where ${within(sql`spent.day`, spanOf(ranges))} group by 1`),
  );
  return new Map(rows.map((row) => [row.accountId, row.amounts.map((text) => cents(Number(text)))]));
}

/**
 * What the cash basis recognises of costs that were booked before they were paid: of a bill, the part of each of its lines
 * that each payment pays; of a member's expense, all of it when it is reimbursed. What is voided goes back on its own day.
 */
export function spendings(scope: Scope, filter: LineFilter): SQL {
  return sql`${paidOfBills(scope, filter)} union all ${reimbursed(scope, filter)}`;
}

/**
 * Rounded on what was paid so far and on the lines so far, so that the parts of a payment sum to it, and those of a line to
 * the line when the bill is paid.
 */
function paidOfBills(scope: Scope, { clientId, projectId, known }: LineFilter): SQL {
  const part = (paid: SQL, lines: SQL) => sql`round((${paid}) * (${lines})::numeric / ${bills.totalCents})`;
  const [now, before] = [sql`paid.sofar`, sql`paid.sofar - paid.amount_cents`];
  const [upto, above] = [sql`line.sofar`, sql`line.sofar - line.cents`];
  return sql`select paid.id || '.' || line.id as key, paid.allocated_on as day, line.account_id,
      (${part(now, upto)} - ${part(now, above)} - ${part(before, upto)} + ${part(before, above)})::bigint as cents,
      'Payment of ' || ${bills.number} as label, '/bills/' || ${bills.id} as path
    from (
      select ${billAllocations.id}, ${billAllocations.billId}, ${billAllocations.allocatedOn}, ${billAllocations.amountCents},
        sum(${billAllocations.amountCents}) over (partition by ${billAllocations.billId}
          order by ${billAllocations.allocatedOn}, ${billAllocations.id}) as sofar
      from ${billAllocations} where ${owned(scope, billAllocations)}
        ${known ? sql`and ${enteredBy(scope, sql`${billAllocations.createdAt}`, known)}` : sql``}
    ) paid
    join ${bills} on ${owned(scope, bills)} and ${bills.id} = paid.bill_id
    join (
      select ${billLines.id}, ${billLines.billId}, ${billLines.accountId}, ${billLines.clientId}, ${billLines.projectId},
        ${billLines.subtotalCents} + ${billLines.taxCents} as cents,
        sum(${billLines.subtotalCents} + ${billLines.taxCents}) over (partition by ${billLines.billId}
          order by ${billLines.id}) as sofar
      from ${billLines} where ${owned(scope, billLines)}
    ) line on line.bill_id = ${bills.id}
    where ${clientId ? party(sql`line.client_id`, clientId) : sql`true`}
      and ${projectId ? party(sql`line.project_id`, projectId) : sql`true`}`;
}

function reimbursed(scope: Scope, { clientId, projectId, known }: LineFilter): SQL {
  return sql`select ${journalEntries.id}, ${journalEntries.entryOn}, ${expenses.accountId},
      case ${journalEntries.sourceType} when 'reimbursement' then ${expenses.amountCents}
        else 0 - ${expenses.amountCents} end,
      ${journalEntries.memo}, '/expenses/' || ${expenses.id}
    from ${journalEntries}
    join ${expenses} on ${owned(scope, expenses)} and ${expenses.id} = ${journalEntries.sourceId}
    where ${owned(scope, journalEntries)} and ${journalEntries.sourceType} in ('reimbursement', 'reimbursement_void')
      and ${clientId ? party(sql`${expenses.clientId}`, clientId) : sql`true`}
      and ${projectId ? party(sql`${expenses.projectId}`, projectId) : sql`true`}
      ${known ? sql`and ${knownBy(scope, known)}` : sql``}`;
}
