import { settlementHref } from "@/components/accounting/links";
import type { Column, Row } from "@/components/ui/data-column";
import { allocationLabels } from "@/lib/payments/allocation-queries";
import type { ListedCreditEntry } from "@/lib/payments/credit-queries";

const columns: Column[] = [
  { key: "enteredOn", label: "Date", kind: "date", sortKey: "entered", phone: "line" },
  { key: "what", label: "Came of", kind: "link", hrefKey: "href", subKey: "reason", phone: "title" },
  { key: "client", label: "Client", kind: "text" },
  { key: "amount", label: "Amount, USD", kind: "money", phone: "figure" },
  { key: "balance", label: "Balance, USD", kind: "money", phone: "line" },
];

/** The running balance says something only where the rows are one client's. */
export function creditColumns(isOneClients: boolean): Column[] {
  return columns.filter(({ key }) => key !== (isOneClients ? "client" : "balance"));
}

export function creditRow(home: string, entry: ListedCreditEntry): Row {
  return {
    id: entry.id,
    enteredOn: entry.enteredOn,
    what: creditWords(entry),
    href: documentHref(home, entry),
    reason: entry.documentNumber && entry.amountCents > 0 ? "" : entry.reason,
    client: entry.clientName,
    amount: entry.amountCents,
    balance: entry.balanceCents,
  };
}

function creditWords({ source, documentNumber }: ListedCreditEntry): string {
  return `${allocationLabels[source]} ${documentNumber}`.trim();
}

function documentHref(home: string, { source, documentId }: ListedCreditEntry): string {
  if (source === "payment") return `${home}/payments/${documentId}`;
  return source === "credit_note" ? `${home}/credit-notes/${documentId}` : settlementHref(home, documentId);
}
