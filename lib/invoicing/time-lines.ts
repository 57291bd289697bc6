import { formatDay, formatDays, type PlainDate } from "@/lib/kernel/dates";
import type { CatalogItemId, TimeEntryId } from "@/lib/kernel/ids";
import { type Cents, hoursOf, lineSubtotal, type Quantity, sumCents } from "@/lib/kernel/money";
import type { Grouping } from "./inputs";

/** Minutes of one service of an entry: an entry that was split is there once for each. */
export type BillableTime = {
  id: TimeEntryId;
  position: number;
  workedOn: PlainDate;
  memberName: string;
  projectLabel: string;
  itemId: CatalogItemId | null;
  itemName: string | null;
  isTaxable: boolean;
  note: string;
  durationMinutes: number;
  rateCents: Cents;
};

export type TimeLine = {
  description: string;
  itemId: CatalogItemId | null;
  quantity: Quantity;
  unitPriceCents: Cents;
  isTaxable: boolean;
  time: { timeEntryId: TimeEntryId; position: number }[];
};

/**
 * Hours to four decimals times the rate, so that 20 minutes at $90.00 are $30.00. A line is taxable as its service is;
 * so what is to be one line is two where only some of the services are taxed. They stand
 * in the order of what they show: days, or projects and their services.
 */
export function timeLines(chosen: BillableTime[], grouping: Grouping): TimeLine[] {
  const entries = chosen.toSorted(
    (a, b) => compared(a.workedOn, b.workedOn) || compared(a.id, b.id) || a.position - b.position,
  );
  if (grouping === "entry") return entries.map((entry) => hourlyLine(entryText(entry), [entry]));
  if (grouping === "service") {
    return grouped(entries, (entry) => `${entry.projectLabel}|${entry.itemId}|${entry.rateCents}`)
      .toSorted(([a], [b]) => serviceName(a as BillableTime).localeCompare(serviceName(b as BillableTime), "en-US"))
      .map((group) => hourlyLine(serviceText(group), group));
  }
  return grouped(entries, (entry) => String(entry.isTaxable)).map(oneLine);
}

function hourlyLine(description: string, entries: BillableTime[]): TimeLine {
  const first = entries[0] as BillableTime;
  return {
    description,
    itemId: first.itemId,
    quantity: hoursOf(minutesOf(entries)),
    unitPriceCents: first.rateCents,
    isTaxable: first.isTaxable,
    time: entries.map(({ id, position }) => ({ timeEntryId: id, position })),
  };
}

/** With one rate: hours at that rate. With several: one piece at the sum of what each costs. */
function oneLine(entries: BillableTime[]): TimeLine {
  const description = `Professional services, ${spanText(entries)}`;
  const byRate = grouped(entries, (entry) => String(entry.rateCents));
  if (byRate.length === 1) return { ...hourlyLine(description, entries), itemId: null };
  const amounts = byRate.map((group) => hourlyLine("", group)).map((l) => lineSubtotal(l.quantity, l.unitPriceCents));
  return {
    description,
    itemId: null,
    quantity: 10_000 as Quantity,
    unitPriceCents: sumCents(amounts),
    isTaxable: entries.some((entry) => entry.isTaxable),
    time: entries.map(({ id, position }) => ({ timeEntryId: id, position })),
  };
}

function entryText(entry: BillableTime): string {
  const words = [formatDay(entry.workedOn), entry.itemName ?? entry.projectLabel, entry.memberName, entry.note];
  return words.filter(Boolean).join(" · ").slice(0, 1_000);
}

function serviceText(group: BillableTime[]): string {
  return `${serviceName(group[0] as BillableTime)}, ${spanText(group)}`.slice(0, 1_000);
}

function serviceName(entry: BillableTime): string {
  return `${entry.projectLabel}: ${entry.itemName ?? "Professional services"}`;
}

function spanText(entries: BillableTime[]): string {
  const days = entries.map((entry) => entry.workedOn).sort();
  const [from, to] = [days[0] as PlainDate, days.at(-1) as PlainDate];
  return formatDays(from, to);
}

function minutesOf(entries: BillableTime[]): number {
  return entries.reduce((sum, entry) => sum + entry.durationMinutes, 0);
}

function grouped(entries: BillableTime[], keyOf: (entry: BillableTime) => string): BillableTime[][] {
  const groups = new Map<string, BillableTime[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
