import type { ListFilter } from "@/components/ui/list-toolbar";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import type { TimeRange } from "@/lib/time/week";

type Choice = { id: string; label: string };
type Filters = Partial<Record<"member" | "project" | "client" | "status", string>>;
type Range = { range: TimeRange | "custom"; from: PlainDate | null; to: PlainDate | null };

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
  billed: "Billed",
};

/** Days that are typed go before the word; both stand in the address. */
export function timeListFilters(
  filters: Filters,
  { range, from, to }: Range,
  { members, projects }: { members: Choice[] | null; projects: Choice[] },
): ListFilter[] {
  const isCustom = range === "custom";
  const words = Object.entries(rangeWords).filter(([value]) => value !== "week");
  const member = members ? [select("member", "Member", filters.member, "All members", members)] : [];
  return [
    {
      kind: "select",
      name: "range",
      label: "Days",
      value: isCustom || range === "week" ? "" : range,
      any: isCustom ? "As dated" : rangeWords.week,
      options: words.map(([value, label]) => ({ value, label })),
    },
    {
      kind: "range",
      label: "Day",
      from: { name: "from", value: isCustom ? (from ?? "") : "" },
      to: { name: "to", value: isCustom ? (to ?? "") : "" },
    },
    ...member,
    select("project", "Project", filters.project, "All projects", projects),
    select(
      "status",
      "Status",
      filters.status,
      "All",
      Object.entries(statusWords).map(([id, label]) => ({ id, label })),
    ),
  ];
}

/** The filters that are on, in words. */
export function activeTimeFilters(
  filters: Filters,
  { range, from, to }: Range,
  { members, projects }: { members: Choice[] | null; projects: Choice[] },
): Record<string, string | null> {
  const isCustom = range === "custom";
  const nameOf = (choices: Choice[] | null, id: string) => choices?.find((choice) => choice.id === id)?.label;
  return {
    range: isCustom || range === "week" ? null : rangeWords[range],
    from: isCustom && from ? `From ${formatDay(from)}` : null,
    to: isCustom && to ? `To ${formatDay(to)}` : null,
    member: filters.member ? `Member: ${nameOf(members, filters.member) ?? "one who left"}` : null,
    project: filters.project ? `Project: ${nameOf(projects, filters.project) ?? "a closed one"}` : null,
    client: filters.client ? "One client" : null,
    status: filters.status ? `Status: ${statusWords[filters.status] ?? filters.status}` : null,
  };
}

function select(name: string, label: string, value = "", any: string, choices: Choice[]): ListFilter {
  const options = choices.map((choice) => ({ value: choice.id, label: choice.label }));
  return { kind: "select", name, label, value, any, options };
}
