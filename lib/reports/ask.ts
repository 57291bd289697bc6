import { isPlainDate, type PlainDate } from "@/lib/kernel/dates";
import { type ClientId, isId, type ProjectId } from "@/lib/kernel/ids";
import { one, type SearchParams } from "@/lib/kernel/listing";
import type { Range } from "./balances";
import { type AskedRange, askedDay, askedRange, type Troubles } from "./report-days";

export const comparisons = ["none", "previous", "year", "months", "quarters"] as const;
export type Comparison = (typeof comparisons)[number];

export const bases = ["accrual", "cash"] as const;
export type Basis = (typeof bases)[number];

/** What a report can be asked for; each names what it understands, and the rest of an address is ignored. */
export type Asks = {
  days: "day" | "range";
  comparisons?: readonly Comparison[];
  basis?: boolean;
  parties?: boolean;
  known?: boolean;
};

/** A report as its address asks for it. With `days: "day"` the range reaches back to the first entry. */
export type ReportAsk = Range & {
  comparison: Comparison;
  basis: Basis;
  clientId: ClientId | null;
  projectId: ProjectId | null;
  /** The report as the books stood at the end of this day; null is as they stand. */
  known: PlainDate | null;
  troubles: Troubles;
};

export function askedReport(asks: Asks, params: SearchParams, today: PlainDate): ReportAsk {
  const days = asks.days === "day" ? askedUntil(params, today) : askedRange(params, today);
  const known = asks.known ? knownIn(params, today) : { known: null, troubles: {} };
  const comparison = asks.comparisons?.find((name) => name === one(params.compare)) ?? "none";
  const needsFirst = asks.days === "range" && days.from === null && comparison !== "none";
  const troubles: Troubles = { ...days.troubles, ...known.troubles };
  if (needsFirst) troubles.compare = "Give a first day to compare with another stretch of days.";
  return {
    from: days.from,
    to: days.to,
    comparison: needsFirst ? "none" : comparison,
    basis: asks.basis && one(params.basis) === "cash" ? "cash" : "accrual",
    clientId: asks.parties && isId("client", params.client) ? params.client : null,
    projectId: asks.parties && isId("project", params.project) ? params.project : null,
    known: known.known,
    troubles,
  };
}

/** The address of what was asked, without what is the custom. */
export function queryOfAsk(asks: Asks, ask: ReportAsk): Record<string, string> {
  const all = {
    ...(asks.days === "day" ? { asOf: ask.to } : { from: ask.from, to: ask.to }),
    compare: ask.comparison === "none" ? null : ask.comparison,
    basis: ask.basis === "cash" ? "cash" : null,
    client: ask.clientId,
    project: ask.projectId,
    known: ask.known,
  };
  return setOf(all);
}

/** Those that are set. */
export function setOf(values: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function askedUntil(params: SearchParams, today: PlainDate): AskedRange {
  const { asOf, troubles } = askedDay(params, today);
  return { from: null, to: asOf, troubles };
}

/** A day to come knows no more than today does. */
function knownIn(params: SearchParams, today: PlainDate): { known: PlainDate | null; troubles: Troubles } {
  const text = one(params.known).trim();
  if (text === "") return { known: null, troubles: {} };
  if (isPlainDate(text)) return { known: text >= today ? null : text, troubles: {} };
  const said = text.toWellFormed().slice(0, 30);
  return { known: null, troubles: { known: `“${said}” is no date. The books are shown as they stand today.` } };
}
