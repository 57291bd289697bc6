import { and, eq } from "drizzle-orm";
import { accountingPeriods } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { PeriodId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { lockBooks } from "./lock-books";

/**
 * The period, with the company's period lock taken alone: every posting under way has ended, and new ones wait until
 * this commits. So what a checklist counted is still so when the period closes.
 */
export async function lockPeriod(work: Work, periodId: PeriodId) {
  await lockBooks(work);
  const [period] = await work.db
    .select()
    .from(accountingPeriods)
    .where(and(owned(work, accountingPeriods), eq(accountingPeriods.id, periodId)))
    .for("update");
  if (!period) throw new Refusal("not_found");
  return period;
}
