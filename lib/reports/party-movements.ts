import { sql } from "drizzle-orm";
import { accounts, clients, journalLines, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { ClientId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { type Range, spanOf, sumsOf, within } from "./balances";
import { type LineFilter, lineCondition } from "./line-filter";

/** What was earned and spent for a client or on a project, in each range; null gathers the lines that name none. */
export type PartyMovement<Id> = { id: Id | null; name: string; income: Cents[]; expense: Cents[] };

type Row<Id> = { id: Id | null; name: string | null; income: string[]; expense: string[] };

export function byClient(scope: Scope<"reports.read">, ranges: readonly Range[], filter: LineFilter) {
  return partyMovements<ClientId>(scope, "client", ranges, filter);
}

export function byProject(scope: Scope<"reports.read">, ranges: readonly Range[], filter: LineFilter) {
  return partyMovements<ProjectId>(scope, "project", ranges, filter);
}

/** Income and expenses by the party that their lines name, without the closing of years; positive on their own side. */
async function partyMovements<Id>(
  scope: Scope<"reports.read">,
  by: "client" | "project",
  ranges: readonly Range[],
  filter: LineFilter,
): Promise<PartyMovement<Id>[]> {
  const column = by === "client" ? journalLines.clientId : journalLines.projectId;
  const table = by === "client" ? clients : projects;
  const name = by === "client" ? sql`${clients.name}` : sql`${projects.number} || ' ' || ${projects.name}`;
  const day = sql`${journalLines.entryOn}`;
  const of = (type: string) =>
    sumsOf(
      sql`(case when ${accounts.type} = ${type} then ${journalLines.amountCents} else 0 end)
        * (case when ${accounts.type} = 'income' then -1 else 1 end)`,
      day,
      ranges,
    );
  const { rows } = await scope.read((db) =>
    db.execute<Row<Id>>(sql`
      with moved as (
        select ${column} as id, ${of("income")} as income, ${of("expense")} as expense
        from ${accounts}
        join ${journalLines} on ${owned(scope, journalLines)} and ${journalLines.accountId} = ${accounts.id}
        where ${owned(scope, accounts)} and ${accounts.type} in ('income', 'expense') and ${within(day, spanOf(ranges))}
          and ${lineCondition(scope, { ...filter, withoutClosing: true })}
        group by 1)
      select moved.id, ${name} as name, moved.income, moved.expense from moved
      left join ${table} on ${owned(scope, table)} and ${table.id} = moved.id
      order by lower(${name}) nulls last, moved.id`),
  );
  const amounts = (texts: string[]) => texts.map((text) => cents(Number(text)));
  return rows
    .map((row) => ({ ...row, name: row.name ?? "", income: amounts(row.income), expense: amounts(row.expense) }))
    .filter((row) => [...row.income, ...row.expense].some((amount) => amount !== 0));
}
