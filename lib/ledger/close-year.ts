import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { daysBetween, formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { cents, sumCents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { type FiscalYear, fiscalYearEnding } from "./fiscal-year";
import { findPeriodInTheWay, listClosings, movementsOf } from "./fiscal-years";
import type { YearInput } from "./inputs";
import { lockBooks } from "./lock-books";
import { post } from "./post";
import { reverse } from "./reverse";

/**
 * Moves what a fiscal year earned into retained earnings: one entry on its last day brings every account of income and
 * expense to zero over the year. Where entries came after an earlier close, that one is taken back first and made anew.
 * Refuses `year_running`, `year_in_closed_period`, `year_closed`, `year_empty`. Nobody posts meanwhile.
 */
export async function closeYear(work: Work<"years.close">, { endsOn }: YearInput) {
  const year = requireYear(endsOn);
  if (endsOn >= work.today) throw new Refusal("year_running", { day: formatDay(endsOn) });
  await lockBooks(work);
  await requireOpen(work, endsOn);
  const closings = await listClosings(work);
  const made = closings.filter((one) => one.entryOn === endsOn);
  const other = closings.find((one) => one.standing && overlaps(one.entryOn, endsOn));
  if (other) throw new Refusal("year_overlaps", { day: formatDay(other.entryOn) });
  const standing = made.find((one) => one.standing);
  if (standing && standing.since === 0) throw new Refusal("year_closed");
  if (standing) await takeBack(work, year, standing.id, `Closed again: ${standing.since} posted since`);

  // the rollup follows at the commit: what was taken back just now is not in it yet
  const moved = await movementsOf(work, year, standing?.id);
  if (moved.length === 0) throw new Refusal("year_empty");
  const net = sumCents(moved.map((line) => line.amountCents));
  const sourceId = `${endsOn}-${made.length + 1}`;
  const entry = await post(work, {
    entryOn: endsOn,
    memo: `Close of fiscal year ${year.name}`,
    sourceType: "closing",
    sourceId,
    lines: [
      ...moved.map((line) => ({ account: { id: line.accountId }, amountCents: cents(0 - line.amountCents) })),
      { account: { role: "retained_earnings" }, amountCents: net },
    ],
  });
  record(work, "year.closed", entry.id, {
    summary: `Fiscal year ${year.name} was closed: ${formatDollars(0 - net)} to retained earnings`,
    facts: { startsOn: year.startsOn, endsOn, netCents: 0 - net, entry: entry.number },
  });
  return { entryId: entry.id };
}

/** Two years of twelve months that end on different days share months where less than a year lies between their ends. */
function overlaps(one: PlainDate, other: PlainDate): boolean {
  return one !== other && Math.abs(daysBetween(one, other)) < 365;
}

/** The mirror of a closing entry on its own day. The first entry stays, and the year can be closed anew. */
export function takeBack(work: Work, year: FiscalYear, entryId: Parameters<typeof reverse>[1], reason: string) {
  return reverse(work, entryId, {
    entryOn: year.endsOn,
    memo: `Close of fiscal year ${year.name} taken back: ${reason}`,
    sourceType: "closing_void",
    sourceId: entryId,
  });
}

export function requireYear(endsOn: PlainDate): FiscalYear {
  const year = fiscalYearEnding(endsOn);
  if (!year) throw new Refusal("not_found");
  return year;
}

/** The last day must be open, and the sentence says what to do where it is not. */
export async function requireOpen(work: Work, day: PlainDate): Promise<void> {
  const closed = await findPeriodInTheWay(work, day);
  if (closed) throw new Refusal("year_in_closed_period", { period: closed.name, day: formatDay(day) });
}
