import { formatDay } from "@/lib/kernel/dates";
import { isolate } from "@/lib/kernel/isolate";
import type { Asks, Comparison, ReportAsk } from "@/lib/reports/ask";
import { labelOf } from "@/lib/reports/columns";
import type { listParties } from "@/lib/reports/parties";
import type { DayInput, SelectInput } from "./report-head";

type Parties = Awaited<ReturnType<typeof listParties>> | null;

/** What is shown, in words. */
export function wordsOf(asks: Asks, ask: ReportAsk, parties: Parties): string {
  const nameIn = (choices: { id: string; name: string }[] | undefined, id: string | null) =>
    id ? isolate(choices?.find((choice) => choice.id === id)?.name ?? "one of many") : null;
  const words = [
    asks.days === "day" ? `As of ${formatDay(ask.to)}` : labelOf(ask),
    asks.basis ? `${ask.basis} basis` : null,
    nameIn(parties?.clients, ask.clientId),
    nameIn(parties?.projects, ask.projectId),
    ask.known ? `as known on ${formatDay(ask.known)}` : null,
  ];
  return words.filter(Boolean).join(", ");
}

export function inputsOf(asks: Asks, ask: ReportAsk): DayInput[] {
  const days =
    asks.days === "day"
      ? [{ name: "asOf", label: "As of", value: ask.to }]
      : [
          { name: "from", label: "From", value: ask.from ?? "" },
          { name: "to", label: "To", value: ask.to },
        ];
  return asks.known ? [...days, { name: "known", label: "As known on", value: ask.known ?? "" }] : days;
}

const comparisonWords: Record<Comparison, string> = {
  none: "Nothing",
  previous: "The period before",
  year: "The same a year before",
  months: "Month by month",
  quarters: "Quarter by quarter",
};

export function selectsOf(asks: Asks, ask: ReportAsk, parties: Parties): SelectInput[] {
  const selects: SelectInput[] = [];
  if (asks.basis)
    selects.push({
      name: "basis",
      label: "Basis",
      value: ask.basis === "cash" ? "cash" : "",
      options: [
        { value: "", label: "Accrual" },
        { value: "cash", label: "Cash" },
      ],
    });
  if (asks.comparisons) {
    const options = asks.comparisons.map((name) => ({
      value: name === "none" ? "" : name,
      label: comparisonWords[name],
    }));
    selects.push({
      name: "compare",
      label: "Compare with",
      value: ask.comparison === "none" ? "" : ask.comparison,
      options,
    });
  }
  if (parties) {
    const choices = (any: string, all: { id: string; name: string }[]) => [
      { value: "", label: any },
      ...all.map(({ id, name }) => ({ value: id, label: name })),
    ];
    selects.push({
      name: "client",
      label: "Client",
      value: ask.clientId ?? "",
      options: choices("All clients", parties.clients),
    });
    selects.push({
      name: "project",
      label: "Project",
      value: ask.projectId ?? "",
      options: choices("All projects", parties.projects),
    });
  }
  return selects;
}
