import { sql } from "drizzle-orm";
import { members, timeEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { daysBetween, firstOfYear } from "@/lib/kernel/dates";
import type { MemberId } from "@/lib/kernel/ids";
import { setOf } from "./ask";
import { type Range, within } from "./balances";
import type { Report } from "./report";
import { type Lines, percent, type SheetCell, type SheetRow } from "./sheet";

export type Utilization = {
  memberId: MemberId;
  name: string;
  minutes: number;
  billableMinutes: number;
  billedMinutes: number;
  /** The weekly hours of the member for the days of the range, whole minutes. */
  capacityMinutes: number;
};

/** Each member's time against what a week has for him. Who left counts where he worked in these days. One query. */
export async function utilization(scope: Scope<"reports.advanced">, range: Range): Promise<Utilization[]> {
  const days = daysBetween(range.from ?? firstOfYear(range.to), range.to) + 1;
  const sum = (condition = sql`true`) =>
    sql`coalesce(sum(${timeEntries.durationMinutes}) filter (where ${condition}), 0)`;
  const { rows } = await scope.read((db) =>
    db.execute<Record<"memberId" | "name" | "minutes" | "billable" | "billed" | "weekly", string>>(sql`
      select ${members.id} as "memberId", ${members.displayName} as name, ${members.weeklyMinutes} as weekly,
        ${sum()} as minutes, ${sum(sql`${timeEntries.isBillable}`)} as billable,
        ${sum(sql`${timeEntries.status} = 'billed'`)} as billed
      from ${members}
      left join ${timeEntries} on ${owned(scope, timeEntries)} and ${timeEntries.memberId} = ${members.id}
        and ${within(sql`${timeEntries.workedOn}`, range)}
      where ${owned(scope, members)}
      group by ${members.companyId}, ${members.id}
      having ${members.isActive} or count(${timeEntries.id}) > 0
      order by lower(${members.displayName}), ${members.id}`),
  );
  return rows.map((row) => ({
    memberId: row.memberId as MemberId,
    name: row.name,
    minutes: Number(row.minutes),
    billableMinutes: Number(row.billable),
    billedMinutes: Number(row.billed),
    capacityMinutes: Math.floor((Number(row.weekly) * days) / 7),
  }));
}

type Minutes = Omit<Utilization, "memberId" | "name">;

export const utilizationReport: Report = {
  slug: "utilization",
  title: "Utilization",
  words: "How many of the hours that there were went into billable work.",
  group: "work",
  right: "reports.advanced",
  asks: { days: "range" },
  make: async (scope, range) => {
    const people = await utilization(scope, range);
    const sum = (key: keyof Minutes) => people.reduce((all, person) => all + person[key], 0);
    const all: Minutes = {
      minutes: sum("minutes"),
      billableMinutes: sum("billableMinutes"),
      billedMinutes: sum("billedMinutes"),
      capacityMinutes: sum("capacityMinutes"),
    };
    return {
      caption: "Utilization",
      of: "Member",
      columns: [
        { label: "Total", kind: "minutes" },
        { label: "Billable", kind: "minutes" },
        { label: "Billed", kind: "minutes" },
        { label: "Capacity", kind: "minutes" },
        { label: "Billable share", kind: "percent" },
        { label: "Utilization", kind: "percent" },
      ],
      rows: [
        ...people.map(
          (person): SheetRow => ({
            key: person.memberId,
            style: "line",
            label: person.name,
            cells: cellsOf(person, range, person.memberId),
          }),
        ),
        { key: "total", style: "last", label: "Total", cells: cellsOf(all, range, null) },
      ],
      empty: "There is no member.",
      notes: [
        "Hours and minutes. The billable share is billable of total; utilization is billable of capacity, the weekly hours of each member for these days. Weekly hours are set on the team’s page.",
        ...(range.from ? [] : ["Without a first day, the capacity is that of the year to date."]),
      ],
    };
  },
};

function cellsOf(of: Minutes, range: Range, member: MemberId | null): SheetCell[] {
  const linesOf = (rest: Record<string, string>): Lines => timeLines(range, { member, ...rest });
  return [
    { kind: "minutes", minutes: of.minutes, lines: linesOf({}) },
    { kind: "minutes", minutes: of.billableMinutes, lines: linesOf({}) },
    { kind: "minutes", minutes: of.billedMinutes, lines: linesOf({ status: "billed" }) },
    { kind: "minutes", minutes: of.capacityMinutes, lines: null },
    percent(of.billableMinutes, of.minutes),
    percent(of.billableMinutes, of.capacityMinutes),
  ];
}

/** The list of time, whose head says the sums of what it shows. */
export function timeLines({ from, to }: Range, rest: Record<string, string | null>): Lines {
  return { in: "time", query: setOf({ ...rest, from: from ?? "1970-01-01", to }), sign: 1 };
}
