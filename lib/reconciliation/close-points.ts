import { type SQL, sql } from "drizzle-orm";
import {
  accountingPeriods,
  accounts,
  allocations,
  bills,
  creditEntries,
  creditNotes,
  expenses,
  invoices,
  journalEntries,
  journalLines,
  payments,
  timeEntries,
} from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { addDays, daysBetween, type PlainDate, plainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { yearsToClose } from "./year-hint";

export type Closing = {
  scope: Scope<"periods.read">;
  period: { id: PeriodId; name: string; startsOn: PlainDate; endsOn: PlainDate };
  /** How many invariants of the books are broken. */
  broken: number;
};

/**
 * What stands between a period and its close. A further point is one entry of the list below: all counts are asked in one
 * statement, so that they are of one moment.
 */
export type ClosePoint = {
  key: string;
  /** `block` must be settled before the close; `warn` is for a person to judge, who says why. */
  severity: "block" | "warn";
  title: string;
  /** The word for a count of zero. */
  settled: string;
  /** What it means, and what to do about it. */
  explanation: string;
  /** Below `/c/[company]`: the rows that were counted. Null where there are no rows to show. */
  path: (closing: Closing, first: string | null) => string | null;
  /** One number. */
  count: (closing: Closing) => SQL;
  /** The first of what was counted, for a path to it. */
  first?: (closing: Closing) => SQL;
};

/** Of the calendar, see kernel/dates.ts. */
const firstDay = plainDate("1970-01-01");
const dayBefore = ({ period }: Closing) => (period.startsOn > firstDay ? addDays(period.startsOn, -1) : firstDay);
const range = ({ period }: Closing) => `from=${period.startsOn}&to=${period.endsOn}`;
const inside = (column: SQL | typeof timeEntries.workedOn | typeof invoices.issuedOn, { period }: Closing) =>
  sql`${column} between ${period.startsOn} and ${period.endsOn}`;

const worked = (closing: Closing, which: SQL) => sql`select count(*) from ${timeEntries}
  where ${owned(closing.scope, timeEntries)} and ${inside(timeEntries.workedOn, closing)} and ${which}`;

/** What an invoice was short of at the period's end; issued and not void since. */
const openInvoices = ({ scope, period }: Closing) => sql`
  select ${invoices.id} as id, ${invoices.clientId} as client_id, ${invoices.totalCents} - coalesce((
    select sum(${allocations.amountCents}) from ${allocations} where ${owned(scope, allocations)}
      and ${allocations.invoiceId} = ${invoices.id} and ${allocations.allocatedOn} <= ${period.endsOn}), 0) as open
  from ${invoices} where ${owned(scope, invoices)} and ${invoices.issuedOn} <= ${period.endsOn} and (${invoices.status} = 'issued'
    or ${invoices.status} = 'void' and ${invoices.voidedOn} > ${period.endsOn})`;

/** Clients who have credit and owe as well. */
const creditors = (closing: Closing) => sql`
  select c.client_id from (
    select ${creditEntries.clientId} as client_id from ${creditEntries} where ${owned(closing.scope, creditEntries)}
      and ${creditEntries.enteredOn} <= ${closing.period.endsOn}
    group by ${creditEntries.clientId} having sum(${creditEntries.amountCents}) > 0) c
  where c.client_id in (select o.client_id from (${openInvoices(closing)}) o where o.open > 0)`;

const unposted = ({ scope, period }: Closing, table: typeof invoices | typeof payments, day: SQL, source: string) =>
  sql`select count(*) from ${table} where ${owned(scope, table)} and ${day} between ${period.startsOn} and ${period.endsOn}
    and ${table.status} not in ('draft', 'pending') and not exists (select 1 from ${journalEntries} where ${owned(scope, journalEntries)}
      and ${journalEntries.sourceType} = ${source} and ${journalEntries.sourceId} = ${table.id})`;

const held = ({ scope, period }: Closing, role: "receivable" | "customer_credit") =>
  sql`select coalesce(sum(${journalLines.amountCents}), 0) from ${journalLines} join ${accounts} on ${owned(scope, accounts)}
    and ${accounts.id} = ${journalLines.accountId} and ${accounts.role} = ${role}
    where ${owned(scope, journalLines)} and ${journalLines.entryOn} <= ${period.endsOn}`;

export const closePoints: readonly ClosePoint[] = [
  {
    key: "drafts",
    severity: "block",
    title: "Draft invoices dated inside or earlier",
    settled: "None",
    explanation: "Issue them, give them a later date, or delete them.",
    path: ({ period }) => `/invoices?status=draft&to=${period.endsOn}`,
    count: ({ scope, period }) => sql`select count(*) from ${invoices} where ${owned(scope, invoices)}
      and ${invoices.status} = 'draft' and ${invoices.issuedOn} <= ${period.endsOn}`,
  },
  {
    key: "credit_notes",
    severity: "block",
    title: "Draft credit notes dated inside or earlier",
    settled: "None",
    explanation: "Post them, give them a later date, or delete them.",
    path: () => "/credit-notes?status=draft",
    count: ({ scope, period }) => sql`select count(*) from ${creditNotes} where ${owned(scope, creditNotes)}
      and ${creditNotes.status} = 'draft' and ${creditNotes.notedOn} <= ${period.endsOn}`,
  },
  {
    key: "expected_payments",
    severity: "block",
    title: "Expected payments dated inside or earlier",
    settled: "None",
    explanation: "Record them if they came in, give them a later day, or delete them.",
    path: () => "/payments?status=pending",
    count: ({ scope, period }) => sql`select count(*) from ${payments} where ${owned(scope, payments)}
      and ${payments.status} = 'pending' and ${payments.receivedOn} <= ${period.endsOn}`,
  },
  {
    key: "expenses",
    severity: "block",
    title: "Expenses not approved yet, dated inside or earlier",
    settled: "None",
    explanation: "Approve them, give them a later date, or delete them: what was spent in a period is its cost.",
    path: ({ period }) => `/expenses?status=open&to=${period.endsOn}`,
    count: ({ scope, period }) => sql`select count(*) from ${expenses} where ${owned(scope, expenses)}
      and ${expenses.status} in ('draft', 'submitted') and ${expenses.spentOn} <= ${period.endsOn}`,
  },
  {
    key: "bills",
    severity: "block",
    title: "Draft bills dated inside or earlier",
    settled: "None",
    explanation: "Post them, give them a later date, or delete them.",
    path: ({ period }) => `/bills?status=draft&to=${period.endsOn}`,
    count: ({ scope, period }) => sql`select count(*) from ${bills} where ${owned(scope, bills)}
      and ${bills.status} = 'draft' and ${bills.billedOn} <= ${period.endsOn}`,
  },
  {
    key: "unposted",
    severity: "block",
    title: "Documents without their journal entry",
    settled: "None, all are posted",
    explanation:
      "Each issued invoice and each payment of the period has its entry. One that lacks it is named in the proof.",
    path: () => "/accounting/books",
    count: (closing) =>
      sql`select (${unposted(closing, invoices, sql`${invoices.issuedOn}`, "invoice")})
        + (${unposted(closing, payments, sql`${payments.receivedOn}`, "payment")})`,
  },
  {
    key: "earlier",
    severity: "block",
    title: "Earlier periods still open",
    settled: "None",
    explanation: "Periods close in order, so that each rests on closed books.",
    path: (closing) => `/accounting/periods?status=open&to=${dayBefore(closing)}`,
    count: ({ scope, period }) => sql`select count(*) from ${accountingPeriods} where ${owned(scope, accountingPeriods)}
      and ${accountingPeriods.status} <> 'closed' and ${accountingPeriods.startsOn} < ${period.startsOn}`,
  },
  {
    key: "differs",
    severity: "block",
    title: "Subledgers that differ from their account",
    settled: "None, to the cent",
    explanation:
      "At the period's end, open invoices equal Accounts Receivable, and client credit equals Customer Credits.",
    path: () => "/accounting/books",
    count: (closing) => sql`select ((${held(closing, "receivable")}) <> (
        select coalesce(sum(o.open), 0) from (${openInvoices(closing)}) o))::int
      + ((${held(closing, "customer_credit")}) + (select coalesce(sum(${creditEntries.amountCents}), 0) from ${creditEntries}
        where ${owned(closing.scope, creditEntries)} and ${creditEntries.enteredOn} <= ${closing.period.endsOn}) <> 0)::int`,
  },
  {
    key: "overpaid",
    severity: "block",
    title: "Overpaid invoices",
    settled: "None",
    explanation: "A balance below zero is the client’s money. Apply it elsewhere, or void the payment.",
    path: (_, first) => (first ? `/invoices/${first}/reconcile` : null),
    count: (closing) => sql`select count(*) from (${openInvoices(closing)}) o where o.open < 0`,
    first: (closing) => sql`select min(o.id) from (${openInvoices(closing)}) o where o.open < 0`,
  },
  {
    key: "invariants",
    severity: "block",
    title: "Proofs of the books that fail",
    settled: "None, all hold",
    explanation: "The books are proved again each time. What fails must be explained before the close.",
    path: () => "/accounting/books",
    count: ({ broken }) => sql`select ${broken}::int`,
  },
  {
    key: "year",
    severity: "warn",
    title: "Fiscal years that end here and are not closed",
    settled: "None",
    explanation:
      "A year's closing entry belongs on its last day. Once that day is closed, it can be made only after reopening.",
    path: () => "/accounting/years",
    count: yearsToClose,
  },
  {
    key: "uncovered",
    severity: "warn",
    title: "Earlier entries outside every period",
    settled: "None",
    explanation: "The close covers their days too: nothing can be dated before a closed period.",
    path: (closing) => `/accounting/journal?period=none&to=${dayBefore(closing)}`,
    // periods never overlap: all that is earlier, less what each covers, by the index of days however long the journal
    count: ({
      scope,
      period,
    }) => sql`select (select count(*) from ${journalEntries} where ${owned(scope, journalEntries)}
        and ${journalEntries.entryOn} < ${period.startsOn}) - (
        select count(*) from ${accountingPeriods} join ${journalEntries} on ${owned(scope, journalEntries)}
          and ${journalEntries.entryOn} between ${accountingPeriods.startsOn} and ${accountingPeriods.endsOn}
        where ${owned(scope, accountingPeriods)} and ${accountingPeriods.endsOn} < ${period.startsOn})`,
  },
  {
    key: "running",
    severity: "warn",
    title: "Days until the period ends",
    settled: "It has ended",
    explanation: "After an early close, nothing more can be dated in these days.",
    path: () => null,
    count: ({ scope, period }) => sql`select ${Math.max(0, daysBetween(scope.today, period.endsOn))}::int`,
  },
  {
    key: "credit",
    severity: "warn",
    title: "Clients with credit and open invoices",
    settled: "None",
    explanation: "Their credit could be applied, so that receivables show what is owed.",
    path: (_, first) => (first ? `/clients/${first}` : null),
    count: (closing) => sql`select count(*) from (${creditors(closing)}) c`,
    first: (closing) => sql`select min(c.client_id) from (${creditors(closing)}) c`,
  },
  {
    key: "unsubmitted",
    severity: "warn",
    title: "Time not yet submitted",
    settled: "None",
    explanation: "Once the period is closed, draft time inside can no longer be changed.",
    path: (closing) => `/time?${range(closing)}&status=draft`,
    count: (closing) => worked(closing, sql`${timeEntries.status} = 'draft'`),
  },
  {
    key: "unapproved",
    severity: "warn",
    title: "Time waiting for approval",
    settled: "None",
    explanation: "It can still be approved and invoiced after the close, but not corrected.",
    path: (closing) => `/time?${range(closing)}&status=submitted`,
    count: (closing) => worked(closing, sql`${timeEntries.status} = 'submitted'`),
  },
  {
    key: "unbilled",
    severity: "warn",
    title: "Approved time not invoiced",
    settled: "None",
    explanation: "Revenue of this work will appear in a later period.",
    path: (closing) => `/time?${range(closing)}&status=unbilled`,
    count: (closing) => worked(closing, sql`${timeEntries.status} = 'approved' and ${timeEntries.isBillable}`),
  },
];
