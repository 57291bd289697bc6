import { asc, min } from "drizzle-orm";
import { accountingPeriods, journalEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { addDays, firstOfMonth, lastOfMonth, type PlainDate } from "@/lib/kernel/dates";

type Days = { startsOn: PlainDate; endsOn: PlainDate };

/**
 * The days of the next period: the rest of the month after the latest one, else the month of the first entry, else the
 * month of today. So periods made by suggestion leave no day between them. It goes on from no period that begins after
 * this month, unless that is closed and nothing is made before it, and takes no day that another has. Null where the
 * calendar ends.
 */
export async function suggestPeriod(scope: Scope<"periods.read">): Promise<Days | null> {
  const { periods, first } = await scope.read(async (db) => {
    const found = await db
      .select({
        startsOn: accountingPeriods.startsOn,
        endsOn: accountingPeriods.endsOn,
        status: accountingPeriods.status,
      })
      .from(accountingPeriods)
      .where(owned(scope, accountingPeriods))
      .orderBy(asc(accountingPeriods.startsOn));
    const [entry] = await db
      .select({ day: min(journalEntries.entryOn) })
      .from(journalEntries)
      .where(owned(scope, journalEntries));
    return { periods: found, first: entry?.day ?? null };
  });
  const monthEnd = lastOfMonth(scope.today);
  const latest = periods.findLast((period) => period.startsOn <= monthEnd || period.status === "closed");
  if (latest) return freeAfter(latest.endsOn, periods);
  return freeFrom(firstOfMonth(first ?? scope.today), periods);
}

/** Of the month of the day, what is free from it on; when the day itself is taken, after the period that has it. */
function freeFrom(startsOn: PlainDate, periods: Days[]): Days | null {
  const taken = periods.find((period) => period.startsOn <= startsOn && period.endsOn >= startsOn);
  if (taken) return freeAfter(taken.endsOn, periods);
  const monthEnd = lastOfMonth(startsOn);
  const next = periods.find((period) => period.startsOn > startsOn && period.startsOn <= monthEnd);
  return { startsOn, endsOn: next ? addDays(next.startsOn, -1) : monthEnd };
}

function freeAfter(day: PlainDate, periods: Days[]): Days | null {
  return day >= lastMonth ? null : freeFrom(addDays(day, 1), periods);
}

/** The last month that dates.ts takes. */
const lastMonth = "2199-11-30";
