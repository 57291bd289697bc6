import { and, type SQL, sql } from "drizzle-orm";
import { accounts, invoices, journalEntries, journalLines, payments } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { ClientId, ProjectId } from "@/lib/kernel/ids";
import type { SourceType } from "@/lib/ledger/posting";
import type { PaymentMethod } from "@/lib/payments/payment";

/** Which lines of the journal count. What is left out filters nothing; "none" is a line that names no client or project. */
export type LineFilter = {
  clientId?: ClientId | "none" | null;
  projectId?: ProjectId | "none" | null;
  /** As the books stood at the end of this day: what was entered later counts for nothing, whatever its date. */
  known?: PlainDate | null;
  /** Without the year-end closing, which empties income and expenses and is nothing that was earned or spent. */
  withoutClosing?: boolean;
  /** Only entries that move cash. */
  touchesCash?: boolean;
  sources?: readonly SourceType[] | null;
  method?: PaymentMethod | null;
  /** Without what belongs to deposit invoices, which are for no work yet. */
  withoutDeposits?: boolean;
};

/** Whether the filter asks for what the month rollup does not know. The closing alone is few lines, taken off again. */
export function needsLines({ withoutClosing: _, ...rest }: LineFilter): boolean {
  return Object.values(rest).some((value) => value !== undefined && value !== null && value !== false);
}

/** The filter as a condition on `journal_lines`; undefined where all lines count. */
export function lineCondition(scope: Scope, filter: LineFilter): SQL | undefined {
  const { clientId, projectId, known, withoutClosing, touchesCash, sources, method, withoutDeposits } = filter;
  const entry = and(
    known ? knownBy(scope, known) : undefined,
    withoutClosing ? sql`${journalEntries.sourceType} not in ('closing', 'closing_void')` : undefined,
    sources ? sql`${journalEntries.sourceType} = any(${sql.param([...sources])}::text[])` : undefined,
    method ? ofMethod(scope, method) : undefined,
  );
  return and(
    clientId ? party(sql`${journalLines.clientId}`, clientId) : undefined,
    projectId ? party(sql`${journalLines.projectId}`, projectId) : undefined,
    touchesCash ? touching(scope) : undefined,
    withoutDeposits ? ofWork(scope) : undefined,
    entry
      ? sql`exists (select from ${journalEntries} where ${journalEntries.companyId} = ${journalLines.companyId}
          and ${journalEntries.id} = ${journalLines.entryId} and ${entry})`
      : undefined,
  );
}

/** Entered by the end of that day, in the company's own zone. On `journal_entries`. */
export function knownBy(scope: Scope, known: PlainDate): SQL {
  return enteredBy(scope, sql`${journalEntries.createdAt}`, known);
}

/** The same for any row that says when it was entered. */
export function enteredBy(scope: Scope, createdAt: SQL, known: PlainDate): SQL {
  return sql`${createdAt} < ((${known}::date + 1)::timestamp at time zone ${scope.company.timeZone})`;
}

/** The ids of the bank accounts, which are cash; asked once for a whole statement. */
export function cashAccounts(scope: Scope): SQL {
  return sql`array(select ${accounts.id} from ${accounts} where ${owned(scope, accounts)} and ${accounts.isBank})`;
}

function touching(scope: Scope): SQL {
  return sql`exists (select from ${journalLines} moved where moved.company_id = ${journalLines.companyId}
    and moved.entry_id = ${journalLines.entryId} and moved.account_id = any(${cashAccounts(scope)}))`;
}

function ofMethod(scope: Scope, method: PaymentMethod): SQL {
  return sql`exists (select from ${payments} where ${owned(scope, payments)}
    and ${payments.id} = ${journalEntries.sourceId} and ${payments.method} = ${method})`;
}

/** On `journal_lines`. */
function ofWork(scope: Scope): SQL {
  return sql`not exists (select from ${invoices} where ${owned(scope, invoices)}
    and ${invoices.id} = ${journalLines.invoiceId} and ${invoices.kind} = 'deposit')`;
}

export function party(column: SQL, id: string): SQL {
  return id === "none" ? sql`${column} is null` : sql`${column} = ${id}`;
}
