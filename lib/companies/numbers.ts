import { and, eq, sql } from "drizzle-orm";
import { numberSeries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";
import { numberDay, periodKeyOf, renderNumber } from "./number-pattern";
import type { NumberedSeries } from "./series";

export type NextNumber = { sequence: number; number: string };

/**
 * The next number of a series: gapless and unique, since its counter's row stays locked until the commit.
 * So take it last, in a short transaction without any waiting on the outside. `sequence` counts through for ever;
 * `number` is what people see, by the series' pattern and the company's day.
 */
export async function nextNumber(work: Work, series: NumberedSeries): Promise<NextNumber> {
  const { periodKey, nextInPeriod } = numberSeries;
  const month = periodKeyOf("monthly", work.today);
  const year = periodKeyOf("yearly", work.today);
  const key = sql`case ${numberSeries.reset} when 'monthly' then ${month}::text when 'yearly' then ${year}::text else '' end`;
  const [row] = await work.db
    .update(numberSeries)
    .set({
      nextNumber: sql`${numberSeries.nextNumber} + 1`,
      periodKey: sql`greatest(${periodKey}, ${key})`,
      nextInPeriod: sql`case when ${periodKey} >= ${key} then ${nextInPeriod} + 1 else 2 end`,
    })
    .where(and(owned(work, numberSeries), eq(numberSeries.series, series)))
    .returning();
  const taken = present(row, `number series ${series}`);
  const day = numberDay(taken.reset, taken.periodKey, work.today);
  return { sequence: taken.nextNumber - 1, number: renderNumber(taken.pattern, day, taken.nextInPeriod - 1) };
}

/** Only the sequence: what people see comes from a series of its own, and this one's visible numbers have no gap by it. */
export async function nextSequence(work: Work, series: NumberedSeries): Promise<number> {
  const [row] = await work.db
    .update(numberSeries)
    .set({ nextNumber: sql`${numberSeries.nextNumber} + 1` })
    .where(and(owned(work, numberSeries), eq(numberSeries.series, series)))
    .returning({ next: numberSeries.nextNumber });
  return present(row, `number series ${series}`).next - 1;
}
