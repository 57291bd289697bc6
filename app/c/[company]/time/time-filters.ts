import type { ListFilter } from "@/components/ui/list-toolbar";
import type { Tab } from "@/components/ui/tabs";
import { formatDay } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { hrefWith, type SearchParams } from "@/lib/kernel/listing";
import type { OpenRange, TimeRange } from "@/lib/time/week";

type Choice = { id: string; label: string };
type Choices = { members: Choice[] | null; projects: Choice[] };
type Filters = Partial<Record<"member" | "project" | "client" | "status", string>>;

const rangeWords: Record<TimeRange, string> = {
  week: "This week",
  "last-week": "Last week",
  month: "This month",
  "last-month": "Last month",
  all: "All time",
};

const statusWords: Record<string, string> = {
  draft: "Draft",
  submitted: "Submitted",
  approved: "Approved",
  unbilled: "Approved, not invoiced",
  billed: "Billed",
};

/** The usual stretches of days, one press each; what else is filtered stays. */
export function rangeTabs(home: string, params: SearchParams, current: TimeRange | null): Tab[] {
  return Object.entries(rangeWords).map(([range, label]) => ({
    label,
    href: `${home}/time${hrefWith(params, { range: range === "week" ? null : range, from: null, to: null })}`,
    current: range === current,
  }));
}

/** The dates are those that are shown, so that applying another filter keeps them. */
export function timeListFilters(
  filters: Filters,
  { from, to }: OpenRange,
  { members, projects }: Choices,
): ListFilter[] {
  const member = members ? [select("member", "Member", filters.member, "All members", members)] : [];
  const statuses = Object.entries(statusWords).map(([id, label]) => ({ id, label }));
  return [
    {
      kind: "range",
      label: "Day",
      from: { name: "from", value: from ?? "" },
      to: { name: "to", value: to ?? "" },
    },
    ...member,
    select("project", "Project", filters.project, "All projects", projects),
    select("status", "Status", filters.status, "All", statuses),
  ];
}

/** The filters that are on, in words. Days that have a word of their own are said by the tabs. */
export function activeTimeFilters(
  filters: Filters,
  { from, to, name }: OpenRange & { name: string | null },
  { members, projects }: Choices,
): Record<string, string | null> {
  const nameOf = (choices: Choice[] | null, id: string) => choices?.find((choice) => choice.id === id)?.label;
  return {
    from: from && !name ? `From ${formatDay(from)}` : null,
    to: to && !name ? `To ${formatDay(to)}` : null,
    member: filters.member ? `Member: ${nameOf(members, filters.member) ?? "one who left"}` : null,
    project: filters.project ? `Project: ${nameOf(projects, filters.project) ?? "a closed one"}` : null,
    client: isId("client", filters.client) ? "One client" : null,
    status: filters.status ? `Status: ${statusWords[filters.status] ?? filters.status}` : null,
  };
}

function select(name: string, label: string, value = "", any: string, choices: Choice[]): ListFilter {
  const options = choices.map((choice) => ({ value: choice.id, label: choice.label }));
  return { kind: "select", name, label, value, any, options };
}
