import { statusCells } from "@/components/display/status-words";
import type { Column, Row } from "@/components/ui/data-column";
import { formatDay } from "@/lib/kernel/dates";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import type { listTimeEntries } from "@/lib/time/queries";

type ListedEntry = Awaited<ReturnType<typeof listTimeEntries>>["rows"][number];

export function timeColumns({ withMember, withProject }: { withMember: boolean; withProject: boolean }): Column[] {
  const member: Column = { key: "member", label: "Member", kind: "text" };
  const project: Column = { key: "project", label: "Project", kind: "text", subKey: "client" };
  return [
    { key: "day", label: "Day", kind: "link", hrefKey: "href", sortKey: "day" },
    ...(withMember ? [member] : []),
    ...(withProject ? [project] : []),
    { key: "work", label: "Work", kind: "text", subKey: "note" },
    { key: "status", label: "Status", kind: "badge" },
    { key: "minutes", label: "Time", kind: "minutes", subKey: "charge" },
  ];
}

export function timeRow(home: string, entry: ListedEntry): Row {
  const isReturned = entry.status === "draft" && entry.returnedReason !== "";
  return {
    id: entry.id,
    day: formatDay(entry.workedOn),
    href: `${home}/time/${entry.id}`,
    member: entry.memberName,
    project: entry.projectLabel,
    client: entry.clientName,
    work: entry.itemName ?? entry.note.slice(0, 200),
    note: entry.itemName ? entry.note.slice(0, 200) : "",
    minutes: entry.durationMinutes,
    charge: [
      entry.isBillable ? "" : "Not billable",
      entry.workedMinutes === null ? "" : `${formatMinutes(entry.workedMinutes)} worked`,
    ]
      .filter(Boolean)
      .join(" · "),
    ...statusCells("status", "time", entry.status, isReturned ? "Returned" : undefined),
  };
}
