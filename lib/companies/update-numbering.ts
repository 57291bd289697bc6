import { and, eq } from "drizzle-orm";
import { bills, creditNotes, estimates, expenses, invoices, numberSeries, payments, projects } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { present } from "@/lib/kernel/assert";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { EditNumberingInput } from "./inputs";
import { nextNumbers, withPattern } from "./number-pattern";
import { type NumberedSeries, seriesLabels } from "./series";

/** Where the numbers of each series stand: a new series does not compile without its place. */
const numbered = {
  ...{ invoice: invoices, payment: payments, project: projects, credit_note: creditNotes },
  ...{ estimate: estimates, proposal: estimates, bill: bills, expense: expenses },
} satisfies Record<NumberedSeries, unknown>;

/**
 * How a series is numbered from now on; numbers that were given stay. Refuses `stale`, and a pattern whose next number
 * exists already.
 */
export async function updateNumbering(
  work: Work<"numbering.write">,
  { series, revision, pattern, beginsAnew: reset }: EditNumberingInput,
) {
  const before = await lockSeries(work, series);
  if (before.revision !== revision) throw new Refusal("stale");
  const after = withPattern(before, pattern, reset);
  const [number = ""] = nextNumbers(after, work.today, 1);
  if (await isTaken(work, series, number)) throw refuseField("pattern", "pattern_taken", { number });

  const { periodKey, nextInPeriod } = after;
  await work.db
    .update(numberSeries)
    .set({ pattern, reset, periodKey, nextInPeriod, revision: revision + 1 })
    .where(and(owned(work, numberSeries), eq(numberSeries.series, series)));
  record(work, "numbering.updated", work.company.id, {
    summary: `Numbering of ${seriesLabels[series].toLowerCase()} was changed; the next one is ${number}`,
    facts: { series, ...changesOf(before, { pattern, reset }) },
  });
}

async function lockSeries(work: Work, series: NumberedSeries) {
  const [row] = await work.db
    .select()
    .from(numberSeries)
    .where(and(owned(work, numberSeries), eq(numberSeries.series, series)))
    .for("no key update");
  return present(row, `number series ${series}`);
}

async function isTaken(work: Work, series: NumberedSeries, number: string): Promise<boolean> {
  const table = numbered[series];
  // an estimate and a proposal may have the same number
  const kind = series === "estimate" || series === "proposal" ? eq(estimates.kind, series) : undefined;
  const found = await work.db
    .select({ number: table.number })
    .from(table)
    .where(and(owned(work, table), eq(table.number, number), kind))
    .limit(1);
  return found.length > 0;
}
