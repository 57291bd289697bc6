import { statusCells } from "@/components/display/status-words";
import type { Column, Row } from "@/components/ui/data-column";
import { type EstimateKind, kindWords } from "@/lib/invoicing/estimate";
import type { listEstimates } from "@/lib/invoicing/estimate-queries";

type ListedEstimate = Awaited<ReturnType<typeof listEstimates>>["rows"][number];

export function estimateColumns(kind: EstimateKind): Column[] {
  return [
    {
      key: "number",
      label: kindWords[kind].word,
      kind: "link",
      hrefKey: "href",
      subKey: "project",
    },
    { key: "client", label: "Client", kind: "text" },
    { key: "status", label: "Status", kind: "badge" },
    { key: "issuedOn", label: "Date", kind: "date", sortKey: "issued" },
    { key: "validUntil", label: "Valid until", kind: "date", sortKey: "valid" },
    { key: "total", label: "Total", kind: "money", sortKey: "total", phone: "figure" },
  ];
}

export function estimateRow(home: string, estimate: ListedEstimate): Row {
  return {
    id: estimate.id,
    number: estimate.number ?? "Draft",
    href: `${home}${kindWords[estimate.kind].path}/${estimate.id}`,
    project: estimate.projectName ?? "",
    client: estimate.clientName,
    issuedOn: estimate.issuedOn,
    validUntil: estimate.validUntil,
    total: estimate.totalCents,
    ...statusCells("status", "estimate", estimate.standing),
  };
}
