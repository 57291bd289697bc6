import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import type { Column } from "@/components/ui/data-column";
import { TextLink } from "@/components/ui/text-link";
import type { getBill } from "@/lib/expenses/bill-queries";
import { formatDay } from "@/lib/kernel/dates";

export const lineColumns: Column[] = [
  { key: "description", label: "Description", kind: "text", subKey: "project" },
  { key: "account", label: "Account", kind: "text" },
  { key: "quantity", label: "Quantity", kind: "quantity", phone: "line" },
  { key: "price", label: "Price", kind: "money", phone: "line" },
  { key: "amount", label: "Amount, USD", kind: "money", phone: "figure" },
];

export const paidColumns: Column[] = [
  { key: "day", label: "Payment", kind: "link", hrefKey: "href", subKey: "why" },
  { key: "amount", label: "Amount, USD", kind: "money", phone: "figure" },
];

type BillRecord = Awaited<ReturnType<typeof getBill>>;

export function termsOf(home: string, { bill, vendorName, balanceCents }: BillRecord) {
  return [
    { term: "Vendor", value: <TextLink href={`${home}/vendors/${bill.vendorId}`}>{vendorName}</TextLink> },
    { term: "Vendor’s bill number", value: bill.vendorNumber || "–" },
    { term: "Date", value: <Day value={bill.billedOn} /> },
    { term: "Due", value: <Day value={bill.dueOn} /> },
    { term: "Subtotal", value: <Money cents={bill.subtotalCents} currency />, numeric: true },
    { term: "Sales tax", value: <Money cents={bill.taxCents} currency />, numeric: true },
    { term: "Total", value: <Money cents={bill.totalCents} currency />, numeric: true },
    { term: "Open", value: <Money cents={balanceCents} currency />, numeric: true },
    { term: "Note", value: <span className="whitespace-pre-line">{bill.note || "–"}</span> },
  ];
}

export function lineRow(line: BillRecord["lines"][number]) {
  return {
    id: line.id,
    description: line.description,
    project: line.projectLabel ?? "",
    account: line.account,
    quantity: line.quantity,
    price: line.unitPriceCents,
    amount: line.subtotalCents,
  };
}

export function paidRow(home: string, row: BillRecord["paid"][number]) {
  return {
    id: row.id,
    day: formatDay(row.allocatedOn),
    href: `${home}/bills/payments/${row.billPaymentId}`,
    why: row.amountCents < 0 ? "Taken back by a void" : "",
    amount: row.amountCents,
  };
}
