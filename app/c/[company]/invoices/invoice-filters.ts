import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";

export const statusOptions = [
  { value: "open", label: "Open" },
  { value: "overdue", label: "Overdue" },
  { value: "issued", label: "Issued" },
  { value: "partly_paid", label: "Partly paid" },
  { value: "paid", label: "Paid" },
  { value: "written_off", label: "Written off" },
  { value: "draft", label: "Draft" },
  { value: "void", label: "Void" },
];

export const kindOptions = [
  { value: "standard", label: "Invoices" },
  { value: "deposit", label: "Deposit invoices" },
];

/** The filters that are on, in words. */
export function activeFilters(
  filters: { status?: string; kind?: string; client?: string; project?: string; from?: string; to?: string },
  rows: { clientName: string; projectName: string | null }[],
  options = statusOptions,
): Record<string, string | null> {
  const { status, kind, client, project, from, to } = filters;
  const day = (text: string | undefined) => (text && isPlainDate(text) ? formatDay(text) : null);
  return {
    status: status ? `Status: ${options.find((option) => option.value === status)?.label ?? status}` : null,
    kind: kindOptions.find((option) => option.value === kind)?.label ?? null,
    client: isId("client", client) ? `Client: ${rows[0]?.clientName ?? "chosen"}` : null,
    project: isId("project", project) ? `Project: ${rows[0]?.projectName ?? "chosen"}` : null,
    from: day(from) && `From ${day(from)}`,
    to: day(to) && `To ${day(to)}`,
  };
}
