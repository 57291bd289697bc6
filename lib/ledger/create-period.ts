import { and, eq, gte, lte } from "drizzle-orm";
import { accountingPeriods } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDays, formatMonth, isPlainDate, type PlainDate } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import type { NewPeriodInput } from "./inputs";

/** An open period. Whole months are the custom; any days may be chosen, but no two periods overlap, and none lies before a closed one. */
export async function createPeriod(work: Work<"periods.close">, { name, startsOn, endsOn }: NewPeriodInput) {
  const [other] = await work.db
    .select({ name: accountingPeriods.name })
    .from(accountingPeriods)
    .where(
      and(
        owned(work, accountingPeriods),
        lte(accountingPeriods.startsOn, endsOn),
        gte(accountingPeriods.endsOn, startsOn),
      ),
    );
  if (other) throw refuseField("startsOn", "period_overlaps", { period: other.name });

  const [closed] = await work.db
    .select({ name: accountingPeriods.name })
    .from(accountingPeriods)
    .where(
      and(
        owned(work, accountingPeriods),
        eq(accountingPeriods.status, "closed"),
        gte(accountingPeriods.endsOn, startsOn),
      ),
    );
  if (closed) throw refuseField("startsOn", "period_before_closed", { period: closed.name });

  const id = newId("period");
  const title = name || defaultName(startsOn, endsOn);
  await work.db.insert(accountingPeriods).values({ companyId: work.company.id, id, name: title, startsOn, endsOn });
  record(work, "period.created", id, { summary: `Period ${title} was created`, facts: { startsOn, endsOn } });
  return { periodId: id };
}

function defaultName(startsOn: PlainDate, endsOn: PlainDate): string {
  return isWholeMonth(startsOn, endsOn) ? formatMonth(startsOn) : formatDays(startsOn, endsOn);
}

/** By the text of the days: the last month of the calendar has no day after it to reckon with. */
function isWholeMonth(startsOn: PlainDate, endsOn: PlainDate): boolean {
  const month = startsOn.slice(0, 8);
  const next = month + String(Number(endsOn.slice(8)) + 1).padStart(2, "0");
  return startsOn === `${month}01` && endsOn.startsWith(month) && !isPlainDate(next);
}
