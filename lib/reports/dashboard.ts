import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  allocations,
  catalogItems,
  clients,
  invoices,
  journalEntries,
  members,
  payments,
  projects,
  timeEntries,
  timeEntryServices,
} from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import { addDays, addMonths, firstOfMonth, lastOfMonth, type PlainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { listPeriods } from "@/lib/ledger/queries";
import { amountColumn, isUnbilled, rateColumn, servicesOfEntry } from "@/lib/time/unbilled";
import { type AgeBucket, ageBuckets, bucketDays } from "./age-buckets";
import { clientMoney } from "./client-money";

type Figure = { count: number; cents: Cents };

const milestones = ["client", "project", "time", "invoice", "payment", "earlierEntry"] as const;

export type Receivables = {
  open: Figure;
  overdue: Figure;
  drafts: Figure;
  /** The open amount by how late it is; the parts sum to it. */
  ages: Record<AgeBucket, Cents>;
  /** Whether there is any at all: what a new company has yet to make. `earlierEntry` is one dated before this month. */
  has: Record<(typeof milestones)[number], boolean>;
};

/** What clients owe today, as the lists of open and overdue invoices show it. One query. */
export async function receivables(scope: Scope<"dashboard.read">): Promise<Receivables> {
  const late = sql`(${scope.today}::date - due_on)`;
  const ages = ageBuckets.map((bucket) => sql`${sumIf(aged(late, bucket))} as ${sql.identifier(bucket)}`);
  const some = (table: PgTable & { companyId: AnyColumn }, more = sql``) =>
    sql`exists (select 1 from ${table} where ${owned(scope, table)} ${more})`;
  const { rows } = await scope.read((db) =>
    db.execute<Record<string, string | boolean>>(sql`
      with owed as (
        select ${invoices.dueOn} as due_on, ${invoices.totalCents} - coalesce(applied.cents, 0) as open_cents
        from ${invoices} left join (
          select ${allocations.invoiceId}, sum(${allocations.amountCents}) as cents
          from ${allocations} where ${owned(scope, allocations)} group by ${allocations.invoiceId}
        ) applied on applied.invoice_id = ${invoices.id}
        where ${owned(scope, invoices)} and ${invoices.status} = 'issued'
      ), draft as (
        select ${invoices.totalCents} as total from ${invoices}
        where ${owned(scope, invoices)} and ${invoices.status} = 'draft'
      )
      select count(*) filter (where open_cents > 0) as open, ${sumIf(sql`true`)} as "openCents",
        count(*) filter (where open_cents > 0 and ${late} > 0) as overdue, ${sumIf(sql`${late} > 0`)} as "overdueCents",
        ${sql.join(ages, sql`, `)},
        (select count(*) from draft) as drafts, (select coalesce(sum(total), 0) from draft) as "draftCents",
        ${some(clients)} as client, ${some(projects)} as project, ${some(timeEntries)} as time,
        ${some(invoices, sql`and ${invoices.status} <> 'draft'`)} as invoice, ${some(payments)} as payment,
        ${some(journalEntries, sql`and ${journalEntries.entryOn} < ${firstOfMonth(scope.today)}`)} as "earlierEntry"
      from owed`),
  );
  const row = present(rows[0], "the receivables");
  const amount = (key: string) => cents(Number(row[key]));
  return {
    open: { count: Number(row.open), cents: amount("openCents") },
    overdue: { count: Number(row.overdue), cents: amount("overdueCents") },
    drafts: { count: Number(row.drafts), cents: amount("draftCents") },
    ages: Object.fromEntries(ageBuckets.map((bucket) => [bucket, amount(bucket)])) as Receivables["ages"],
    has: Object.fromEntries(milestones.map((key) => [key, row[key] === true])) as Receivables["has"],
  };
}

export type UnbilledTime = { minutes: number; cents: Cents; entriesWithoutRate: number };

/**
 * Approved billable time that no invoice has taken, at today's rates, each entry's minutes of a service rounded as a line of their own. What has
 * no rate yet counts in minutes and is said. One query.
 */
export async function unbilledTime(scope: Scope<"dashboard.read">): Promise<UnbilledTime> {
  const { rows } = await scope.read((db) =>
    db.execute<Record<"minutes" | "cents" | "without", string>>(sql`
      select coalesce(sum(${timeEntryServices.minutes}), 0) as minutes, coalesce(sum(${amountColumn}), 0) as cents,
        count(*) filter (where ${rateColumn} is null) as without
      from ${timeEntries}
      join ${timeEntryServices} on ${servicesOfEntry}
      join ${members} on ${owned(scope, members)} and ${members.id} = ${timeEntries.memberId}
      join ${projects} on ${owned(scope, projects)} and ${projects.id} = ${timeEntries.projectId}
      left join ${catalogItems} on ${owned(scope, catalogItems)} and ${catalogItems.id} = ${timeEntryServices.itemId}
      where ${isUnbilled(scope)}`),
  );
  const row = present(rows[0], "the unbilled time");
  return { minutes: Number(row.minutes), cents: cents(Number(row.cents)), entriesWithoutRate: Number(row.without) };
}

type CashMonth = { from: PlainDate; to: PlainDate; cents: Cents };
export type CashIn = { months: CashMonth[]; lastDays: { from: PlainDate; to: PlainDate; cents: Cents } };

/**
 * What clients paid less what was given back to them, by the day that it moved: the last 30 days, and each of the last
 * months. One query.
 */
export async function cashIn(scope: Scope<"dashboard.read">, months = 6): Promise<CashIn> {
  const first = firstOfMonth(addMonths(firstOfMonth(scope.today), 1 - months));
  const recent = { from: addDays(scope.today, -29), to: scope.today };
  const last = lastOfMonth(scope.today);
  const { rows } = await scope.read((db) =>
    db.execute<{ month: string; cents: string; recent: string }>(sql`
      select date_trunc('month', money.day::timestamp)::date as month, sum(money.cents) as cents,
        coalesce(sum(money.cents) filter (where money.day between ${recent.from} and ${recent.to}), 0) as recent
      from (${clientMoney(scope)}) money where money.day between ${first} and ${last}
      group by 1`),
  );
  return {
    months: Array.from({ length: months }, (_, index): CashMonth => {
      const from = addMonths(first, index);
      const found = rows.find((row) => row.month === from);
      return { from, to: lastOfMonth(from), cents: cents(Number(found?.cents ?? 0)) };
    }),
    lastDays: { ...recent, cents: cents(rows.reduce((sum, row) => sum + Number(row.recent), 0)) },
  };
}

export type CloseStatus =
  /** The earliest period that has ended and is still to be closed. */
  | { status: "open"; period: { id: PeriodId; name: string } }
  /** `none`: no period covers the month wholly. `running`: the one that does has not ended yet. */
  | { status: "closed" | "running" | "none"; month: PlainDate };

/** What is to be closed next, or else how the month before this one stands. One query. */
export async function lastMonthsClose(scope: Scope<"periods.read">): Promise<CloseStatus> {
  const month = addMonths(firstOfMonth(scope.today), -1);
  const end = lastOfMonth(month);
  const periods = (await listPeriods(scope)).map(({ period }) => period).reverse();
  const touching = periods.filter((period) => period.endsOn >= month && period.startsOn <= end);
  const open = periods.find((period) => period.status === "open" && period.endsOn < scope.today);
  if (open) return { status: "open", period: { id: open.id, name: open.name } };
  const days = touching.reduce(
    (reached, period) => (period.startsOn <= reached ? later(addDays(period.endsOn, 1), reached) : reached),
    month,
  );
  if (days <= end) return { status: "none", month };
  return { status: touching.some((period) => period.status === "open") ? "running" : "closed", month };
}

function sumIf(condition: SQL): SQL {
  return sql`coalesce(sum(open_cents) filter (where ${condition}), 0)`;
}

function aged(late: SQL, bucket: AgeBucket): SQL {
  const { from, to } = bucketDays[bucket];
  if (from === null) return sql`${late} <= ${to}`;
  return to === null ? sql`${late} >= ${from}` : sql`${late} between ${from} and ${to}`;
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
