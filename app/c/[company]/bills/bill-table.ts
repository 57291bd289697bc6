import { statusCells } from "@/components/display/status-words";
import type { Column, Row } from "@/components/ui/data-column";
import type { listBills } from "@/lib/expenses/bill-queries";

type ListedBill = Awaited<ReturnType<typeof listBills>>["rows"][number];

export const billColumns: Column[] = [
  { key: "number", label: "Bill", kind: "link", hrefKey: "href", subKey: "vendorNumber" },
  { key: "vendor", label: "Vendor", kind: "text" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "billedOn", label: "Date", kind: "date", sortKey: "billed" },
  { key: "dueOn", label: "Due", kind: "date", sortKey: "due" },
  { key: "total", label: "Total", kind: "money", sortKey: "total", phone: "line" },
  { key: "balance", label: "Open", kind: "money", phone: "figure" },
];

export function billRow(home: string, bill: ListedBill): Row {
  return {
    id: bill.id,
    number: bill.number ?? "Draft",
    href: `${home}/bills/${bill.id}`,
    vendorNumber: bill.vendorNumber,
    vendor: bill.vendorName,
    billedOn: bill.billedOn,
    dueOn: bill.dueOn,
    total: bill.totalCents,
    balance: bill.balanceCents,
    ...statusCells("status", "bill", bill.standing),
  };
}
