import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";

export const statusOptions = [
  { value: "open", label: "Open" },
  { value: "overdue", label: "Overdue" },
  { value: "issued", label: "Issued" },
  { value: "partly_paid", label: "Partly paid" },
  { value: "paid", label: "Paid" },
  { value: "draft", label: "Draft" },
  { value: "void", label: "Void" },
];

/** The filters that are on, in words. */
export function activeFilters(
  filters: { status?: string; client?: string; project?: string; from?: string; to?: string },
  rows: { clientName: string; projectName: string | null }[],
): Record<string, string | null> {
  const { status, client, project, from, to } = filters;
  const day = (text: string | undefined) => (text && isPlainDate(text) ? formatDay(text) : null);
  return {
    status: status ? `Status: ${statusOptions.find((option) => option.value === status)?.label ?? status}` : null,
    client: isId("client", client) ? `Client: ${rows[0]?.clientName ?? "chosen"}` : null,
    project: isId("project", project) ? `Project: ${rows[0]?.projectName ?? "chosen"}` : null,
    from: day(from) && `From ${day(from)}`,
    to: day(to) && `To ${day(to)}`,
  };
}
