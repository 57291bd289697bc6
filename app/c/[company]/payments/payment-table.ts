import type { Column } from "@/components/ui/data-column";

export const paymentColumns: Column[] = [
  { key: "number", label: "Payment", kind: "link", hrefKey: "href" },
  { key: "receivedOn", label: "Received", kind: "date", sortKey: "received" },
  { key: "client", label: "Client", kind: "text" },
  { key: "method", label: "Method", kind: "text", subKey: "reference" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "amount", label: "Amount, USD", kind: "money", phone: "figure" },
];

/** What came in: expected and void payments are no money. */
export function receivedOf(rows: { status: string; amountCents: number }[]): number {
  return rows.reduce((sum, row) => sum + (row.status === "received" ? row.amountCents : 0), 0);
}
