import { sql } from "drizzle-orm";
import { accounts, journalEntries, journalLines, members, projects, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { AccountId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { SourceType } from "@/lib/ledger/posting";
import { setOf } from "./ask";
import { type Range, within } from "./balances";
import { ledgerLines } from "./ledger-lines";
import { lineCondition } from "./line-filter";
import { laborColumn } from "./lines";
import type { Report } from "./report";
import { money, percent, type SheetCell, type SheetRow } from "./sheet";
import { timeLines } from "./utilization";

export type JobCost = {
  projectId: ProjectId;
  label: string;
  budgetMinutes: number | null;
  minutes: number;
  /** Minutes of members whose cost per hour nobody has said: they cost nothing here. */
  uncostedMinutes: number;
  laborCents: Cents;
  expenseCents: Cents;
  billedCents: Cents;
  collectedCents: Cents;
  receivableId: AccountId;
};

/** What puts money on invoices, and takes it off again. */
const collecting: SourceType[] = [
  ...(["payment", "payment_void", "refund", "refund_void"] as const),
  ...(["credit_application", "credit_application_void"] as const),
  ...(["deposit_application", "deposit_application_void"] as const),
];

type Row = Record<keyof JobCost, string>;

/** What each project took and brought in these days: time by its cost, and lines of the ledger. One query. */
export async function jobCosting(scope: Scope<"reports.advanced">, range: Range): Promise<JobCost[]> {
  const ledger = (type: string) =>
    sql`coalesce(sum(${journalLines.amountCents}) filter (where ${accounts.type} = ${type}), 0)`;
  const { rows } = await scope.read((db) =>
    db.execute<Row>(sql`
      with worked as (
        select ${timeEntries.projectId} as project_id, sum(${timeEntries.durationMinutes}) as minutes,
          coalesce(sum(${laborColumn}), 0) as labor,
          coalesce(sum(${timeEntries.durationMinutes}) filter (where ${members.costRateCents} is null), 0) as uncosted
        from ${timeEntries}
        join ${members} on ${owned(scope, members)} and ${members.id} = ${timeEntries.memberId}
        where ${owned(scope, timeEntries)} and ${within(sql`${timeEntries.workedOn}`, range)} group by 1
      ), booked as (
        select ${journalLines.projectId} as project_id, ${ledger("expense")} as expense, 0 - ${ledger("income")} as billed,
          coalesce(sum(${journalLines.amountCents}) filter (where ${accounts.role} = 'receivable'
            and ${journalEntries.sourceType} = any(${sql.param(collecting)}::text[])
            and ${lineCondition(scope, { withoutDeposits: true })}), 0) * -1 as collected
        from ${accounts}
        join ${journalLines} on ${owned(scope, journalLines)} and ${journalLines.accountId} = ${accounts.id}
        join ${journalEntries} on ${owned(scope, journalEntries)} and ${journalEntries.id} = ${journalLines.entryId}
        where ${owned(scope, accounts)} and (${accounts.type} in ('income', 'expense') or ${accounts.role} = 'receivable')
          and ${journalLines.projectId} is not null and ${within(sql`${journalLines.entryOn}`, range)}
          and ${journalEntries.sourceType} not in ('closing', 'closing_void')
        group by 1
      )
      select ${projects.id} as "projectId", ${projects.number} || ' ' || ${projects.name} as label,
        ${projects.budgetMinutes} as "budgetMinutes", coalesce(worked.minutes, 0) as minutes,
        coalesce(worked.uncosted, 0) as "uncostedMinutes", coalesce(worked.labor, 0) as "laborCents",
        coalesce(booked.expense, 0) as "expenseCents", coalesce(booked.billed, 0) as "billedCents",
        coalesce(booked.collected, 0) as "collectedCents",
        (select ${accounts.id} from ${accounts} where ${owned(scope, accounts)} and ${accounts.role} = 'receivable')
          as "receivableId"
      from ${projects}
      left join worked on worked.project_id = ${projects.id}
      left join booked on booked.project_id = ${projects.id}
      where ${owned(scope, projects)} and (worked.project_id is not null or booked.project_id is not null)
      order by ${projects.number}`),
  );
  return rows.map((row) => ({
    projectId: row.projectId as ProjectId,
    label: row.label,
    budgetMinutes: row.budgetMinutes === null ? null : Number(row.budgetMinutes),
    minutes: Number(row.minutes),
    uncostedMinutes: Number(row.uncostedMinutes),
    laborCents: cents(Number(row.laborCents)),
    expenseCents: cents(Number(row.expenseCents)),
    billedCents: cents(Number(row.billedCents)),
    collectedCents: cents(Number(row.collectedCents)),
    receivableId: row.receivableId as AccountId,
  }));
}

export const jobCostingReport: Report = {
  slug: "job-costing",
  title: "Job costing",
  words: "Hours, cost, and what was billed and collected, project by project.",
  group: "work",
  right: "reports.advanced",
  asks: { days: "range" },
  make: async (scope, range) => {
    const jobs = await jobCosting(scope, range);
    const uncosted = jobs.some((job) => job.uncostedMinutes > 0);
    return {
      caption: "Job costing",
      of: "Project",
      columns: [
        { label: "Estimated", kind: "minutes" },
        { label: "Actual", kind: "minutes" },
        { label: "Labor", kind: "money" },
        { label: "Expenses", kind: "money" },
        { label: "Billed", kind: "money" },
        { label: "Collected", kind: "money" },
        { label: "Margin", kind: "money" },
        { label: "Margin, percent", kind: "percent" },
        { label: "Billed per hour", kind: "money" },
      ],
      rows: [
        ...jobs.map(
          (job): SheetRow => ({ key: job.projectId, style: "line", label: job.label, cells: cellsOf(job, range) }),
        ),
        { key: "total", style: "last", label: "Total", cells: totalCells(jobs, range) },
      ],
      empty: "No project was worked on or billed in these days.",
      notes: [
        "Labor is each time entry at its member’s cost per hour. The margin is billed less labor and expenses, without sales tax. Billed is less credit notes; collected is what payments, deposits and client credit put on invoices, less refunds. What is estimated is the budget of the whole project.",
        ...(uncosted
          ? ["Some members have no cost per hour yet; their time counts as free. Set it on the team’s page."]
          : []),
      ],
    };
  },
};

function cellsOf(job: JobCost, range: Range): SheetCell[] {
  const { projectId, billedCents, expenseCents, collectedCents, receivableId } = job;
  const counted = { projectId, withoutClosing: true };
  const collected = { projectId, sources: collecting, withoutDeposits: true };
  return [
    ...workCells(job, range, projectId),
    money(expenseCents, ledgerLines({ of: "expenses" }, range, counted, 1)),
    money(billedCents, ledgerLines({ of: "income" }, range, counted, -1)),
    money(collectedCents, ledgerLines({ account: receivableId }, range, collected, -1)),
    ...marginCells(job),
  ];
}

/** What the ledger has for no project is not in these sums, so they open no lines. */
function totalCells(jobs: JobCost[], range: Range): SheetCell[] {
  const sum = (of: (job: JobCost) => number) => jobs.reduce((total, job) => total + of(job), 0);
  const budgets = jobs.filter((job) => job.budgetMinutes !== null);
  const total = {
    budgetMinutes: budgets.length > 0 ? sum((job) => job.budgetMinutes ?? 0) : null,
    minutes: sum((job) => job.minutes),
    laborCents: cents(sum((job) => job.laborCents)),
    expenseCents: cents(sum((job) => job.expenseCents)),
    billedCents: cents(sum((job) => job.billedCents)),
  };
  return [
    ...workCells(total, range, null),
    money(total.expenseCents),
    money(total.billedCents),
    money(cents(sum((job) => job.collectedCents))),
    ...marginCells(total),
  ];
}

function workCells(
  { budgetMinutes, minutes, laborCents }: Pick<JobCost, "budgetMinutes" | "minutes" | "laborCents">,
  range: Range,
  project: ProjectId | null,
): SheetCell[] {
  const labor = setOf({ of: "labor", project, from: range.from, to: range.to });
  return [
    budgetMinutes === null ? { kind: "none" } : { kind: "minutes", minutes: budgetMinutes, lines: null },
    { kind: "minutes", minutes, lines: timeLines(range, { project }) },
    money(laborCents, { in: "reports/lines", query: labor, sign: 1 }),
  ];
}

function marginCells({
  billedCents,
  laborCents,
  expenseCents,
  minutes,
}: Pick<JobCost, "billedCents" | "laborCents" | "expenseCents" | "minutes">): SheetCell[] {
  const margin = cents(billedCents - laborCents - expenseCents);
  return [
    money(margin),
    percent(margin, billedCents),
    minutes > 0 ? money(perHour(billedCents, minutes)) : { kind: "none" },
  ];
}

/** billed ÷ hours, to the cent below. */
function perHour(billed: Cents, minutes: number): Cents {
  return cents(Math.floor((billed * 60) / minutes));
}
