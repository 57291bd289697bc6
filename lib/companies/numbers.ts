import { and, eq, sql } from "drizzle-orm";
import { numberSeries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { present } from "@/lib/kernel/assert";

export type NextNumber = { sequence: number; number: string };

/**
 * The next number of a series: gapless and unique, since its counter's row stays locked until the commit.
 * So take it last, in a short transaction without any waiting on the outside.
 */
export async function nextNumber(work: Work, series: "invoice" | "payment" | "project"): Promise<NextNumber> {
  const [row] = await work.db
    .update(numberSeries)
    .set({ nextNumber: sql`${numberSeries.nextNumber} + 1` })
    .where(and(owned(work, numberSeries), eq(numberSeries.series, series)))
    .returning();
  const { prefix, width, nextNumber: next } = present(row, `number series ${series}`);
  const sequence = next - 1;
  return { sequence, number: prefix + String(sequence).padStart(width, "0") };
}
