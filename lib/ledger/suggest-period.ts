import { max, min } from "drizzle-orm";
import { accountingPeriods, journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { addDays, firstOfMonth, lastOfMonth, type PlainDate } from "@/lib/kernel/dates";

/**
 * The days of the next period: the rest of the month after the latest one, else the month of the first entry, else the
 * month of today. So periods made by suggestion leave no day between them. Null where the calendar ends.
 */
export async function suggestPeriod(
  scope: Scope<"periods.read">,
): Promise<{ startsOn: PlainDate; endsOn: PlainDate } | null> {
  const { latest, first } = await scope.read(async (db) => {
    const [period] = await db
      .select({ day: max(accountingPeriods.endsOn) })
      .from(accountingPeriods)
      .where(owned(scope, accountingPeriods));
    const [entry] = await db
      .select({ day: min(journalEntries.entryOn) })
      .from(journalEntries)
      .where(owned(scope, journalEntries));
    return { latest: period?.day ?? null, first: entry?.day ?? null };
  });
  if (latest && latest >= lastMonth) return null;
  const startsOn = latest ? addDays(latest, 1) : firstOfMonth(first ?? scope.today);
  return { startsOn, endsOn: lastOfMonth(startsOn) };
}

/** The last month that dates.ts takes. */
const lastMonth = "2199-11-30";
