import { and, count, eq, gte, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import { accountingPeriods, invoices, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { daysBetween, type PlainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { verifyBooks } from "./verify-books";

export type CheckPoint = {
  key: string;
  title: string;
  /** `block` must be settled before the close; `warn` is for a person to judge. */
  severity: "block" | "warn";
  count: number;
  /** What it means, and what to do about it. */
  explanation: string;
  /** Below `/c/[company]`: the rows that were counted. */
  path: string;
};

type Period = { id: PeriodId; name: string; startsOn: PlainDate; endsOn: PlainDate };

/** What stands between a period and its close, computed from the data at this moment. Read-only. */
export async function closeChecklist(scope: Scope<"periods.read">, period: Period): Promise<CheckPoint[]> {
  const drafts = await countDrafts(scope, period);
  const earlier = await countEarlierOpen(scope, period);
  const unapproved = await countTime(scope, period, sql`${timeEntries.status} in ('draft', 'submitted')`);
  const unbilled = await countTime(
    scope,
    period,
    sql`${timeEntries.status} = 'approved' and ${timeEntries.isBillable}`,
  );
  const broken = (await verifyBooks(scope as Scope<"periods.read" | "books.verify">)).filter((check) => !check.ok);
  const range = `from=${period.startsOn}&to=${period.endsOn}`;
  return [
    point("drafts", "block", drafts, `/invoices?status=draft&${range}`),
    point("earlier", "block", earlier, "/accounting/periods"),
    point("invariants", "block", broken.length, "/accounting/books"),
    point("running", "warn", Math.max(0, daysBetween(scope.today, period.endsOn)), "/accounting/periods"),
    point("unapproved", "warn", unapproved, `/time?preset=custom&${range}&status=open`),
    point("unbilled", "warn", unbilled, `/time?preset=custom&${range}&status=approved`),
  ];
}

const words: Record<string, [title: string, explanation: string]> = {
  drafts: ["Draft invoices dated inside", "Issue them, give them a later date, or delete them."],
  earlier: ["Earlier periods still open", "Periods close in their order, so that each rests on closed books."],
  invariants: ["Books verified", "Every invariant of the books holds. A broken one must be explained before a close."],
  running: ["Days until the period ends", "Closing early refuses everything that is still to be dated inside."],
  unapproved: ["Time not yet approved", "It can be approved and invoiced after the close, but no longer be changed."],
  unbilled: ["Approved time not invoiced", "Revenue of this work will appear in a later period."],
};

function point(key: string, severity: CheckPoint["severity"], n: number, path: string): CheckPoint {
  const [title, explanation] = words[key] ?? [key, ""];
  return { key, title, severity, count: n, explanation, path };
}

function countDrafts(scope: Scope, period: Period): Promise<number> {
  return counted(scope, (db) =>
    db
      .select({ n: count() })
      .from(invoices)
      .where(
        and(
          owned(scope, invoices),
          eq(invoices.status, "draft"),
          gte(invoices.issuedOn, period.startsOn),
          lte(invoices.issuedOn, period.endsOn),
        ),
      ),
  );
}

function countEarlierOpen(scope: Scope, period: Period): Promise<number> {
  return counted(scope, (db) =>
    db
      .select({ n: count() })
      .from(accountingPeriods)
      .where(
        and(
          owned(scope, accountingPeriods),
          ne(accountingPeriods.status, "closed"),
          lt(accountingPeriods.startsOn, period.startsOn),
        ),
      ),
  );
}

function countTime(scope: Scope, period: Period, state: SQL): Promise<number> {
  return counted(scope, (db) =>
    db
      .select({ n: count() })
      .from(timeEntries)
      .where(
        and(
          owned(scope, timeEntries),
          gte(timeEntries.workedOn, period.startsOn),
          lte(timeEntries.workedOn, period.endsOn),
          state,
        ),
      ),
  );
}

async function counted(scope: Scope, query: Parameters<typeof scope.read<{ n: number }[]>>[0]): Promise<number> {
  const [row] = await scope.read(query);
  return row?.n ?? 0;
}
