import { sql } from "drizzle-orm";
import { accountingPeriods, invoices, journalEntries, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import { addDays, daysBetween, type PlainDate, plainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { verifyBooks } from "./verify-books";

export type CheckPoint = {
  key: string;
  title: string;
  /** `block` must be settled before the close; `warn` is for a person to judge. */
  severity: "block" | "warn";
  count: number;
  /** The word for a count of zero. */
  settled: string;
  /** What it means, and what to do about it. */
  explanation: string;
  /** Below `/c/[company]`: the rows that were counted. Null where there are no rows to show. */
  path: string | null;
};

/** Of the calendar, see kernel/dates.ts. */
const firstDay = plainDate("1970-01-01");

type Period = { id: PeriodId; name: string; startsOn: PlainDate; endsOn: PlainDate };

/** What stands between a period and its close, computed from the data at this moment. Read-only. */
export async function closeChecklist(scope: Scope<"periods.read">, period: Period): Promise<CheckPoint[]> {
  const counts = await countRows(scope, period);
  const broken = (await verifyBooks(scope as Scope<"periods.read" | "books.verify">)).filter((check) => !check.ok);
  const range = `from=${period.startsOn}&to=${period.endsOn}`;
  const before = period.startsOn > firstDay ? addDays(period.startsOn, -1) : firstDay;
  return [
    point("drafts", "block", counts.drafts, `/invoices?status=draft&to=${period.endsOn}`),
    point("earlier", "block", counts.earlier, `/accounting/periods?status=open&to=${before}`),
    point("invariants", "block", broken.length, "/accounting/books"),
    point("uncovered", "warn", counts.uncovered, `/accounting/journal?period=none&to=${before}`),
    point("running", "warn", Math.max(0, daysBetween(scope.today, period.endsOn)), null),
    point("unsubmitted", "warn", counts.unsubmitted, `/time?${range}&status=draft`),
    point("unapproved", "warn", counts.unapproved, `/time?${range}&status=submitted`),
    point("unbilled", "warn", counts.unbilled, `/time?${range}&status=unbilled`),
  ];
}

const words: Record<string, [title: string, settled: string, explanation: string]> = {
  drafts: ["Draft invoices dated inside or earlier", "None", "Issue them, give them a later date, or delete them."],
  earlier: ["Earlier periods still open", "None", "Periods close in their order, so that each rests on closed books."],
  invariants: [
    "Invariants of the books that are broken",
    "None, all hold",
    "The books are proved anew each time. What is broken must be explained before a close.",
  ],
  uncovered: [
    "Earlier entries outside every period",
    "None",
    "The close takes their days with it: nothing is dated before a closed period any more.",
  ],
  running: [
    "Days until the period ends",
    "It has ended",
    "Closing early refuses everything that is still to be dated inside.",
  ],
  unsubmitted: [
    "Time not yet submitted",
    "None",
    "Once the period is closed, draft time inside can no longer be changed.",
  ],
  unapproved: [
    "Time waiting for approval",
    "None",
    "It can still be approved and invoiced after the close, but not corrected.",
  ],
  unbilled: ["Approved time not invoiced", "None", "Revenue of this work will appear in a later period."],
};

function point(key: string, severity: CheckPoint["severity"], count: number, path: string | null): CheckPoint {
  const [title, settled, explanation] = words[key] ?? [key, "None", ""];
  return { key, title, severity, count, settled, explanation, path };
}

type Counts = Record<"drafts" | "earlier" | "uncovered" | "unsubmitted" | "unapproved" | "unbilled", number>;

/**
 * All in one statement, so that the points are of one moment. Periods never overlap, so what none of them covers is all
 * that is earlier less what each covers: by the index of days, however long the journal.
 */
async function countRows(scope: Scope, { startsOn, endsOn }: Period): Promise<Counts> {
  const worked = sql`from ${timeEntries} where ${owned(scope, timeEntries)}
    and ${timeEntries.workedOn} between ${startsOn} and ${endsOn}`;
  const { rows } = await scope.read((db) =>
    db.execute<Record<keyof Counts, string>>(sql`select
      (select count(*) from ${invoices} where ${owned(scope, invoices)} and ${invoices.status} = 'draft'
        and ${invoices.issuedOn} <= ${endsOn}) as drafts,
      (select count(*) from ${accountingPeriods} where ${owned(scope, accountingPeriods)}
        and ${accountingPeriods.status} <> 'closed' and ${accountingPeriods.startsOn} < ${startsOn}) as earlier,
      (select count(*) from ${journalEntries} where ${owned(scope, journalEntries)}
        and ${journalEntries.entryOn} < ${startsOn}) - (
        select count(*) from ${accountingPeriods} join ${journalEntries} on ${owned(scope, journalEntries)}
          and ${journalEntries.entryOn} between ${accountingPeriods.startsOn} and ${accountingPeriods.endsOn}
        where ${owned(scope, accountingPeriods)} and ${accountingPeriods.endsOn} < ${startsOn}) as uncovered,
      (select count(*) ${worked} and ${timeEntries.status} = 'draft') as unsubmitted,
      (select count(*) ${worked} and ${timeEntries.status} = 'submitted') as unapproved,
      (select count(*) ${worked} and ${timeEntries.status} = 'approved' and ${timeEntries.isBillable}) as unbilled`),
  );
  const counted = present(rows[0], "the counts of the checklist");
  return Object.fromEntries(Object.entries(counted).map(([key, n]) => [key, Number(n)])) as Counts;
}
