import { statusCells } from "@/components/display/status-words";
import type { Column, Row } from "@/components/ui/data-column";
import type { listExpenses } from "@/lib/expenses/queries";

export type ListedExpense = Awaited<ReturnType<typeof listExpenses>>["rows"][number];

export const expenseColumns: Column[] = [
  { key: "merchant", label: "Expense", kind: "link", hrefKey: "href", subKey: "description" },
  { key: "spentOn", label: "Date", kind: "date", sortKey: "day" },
  { key: "category", label: "Category", kind: "text", subKey: "project" },
  { key: "member", label: "Member", kind: "text", subKey: "paid" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "amount", label: "Amount, USD", kind: "money", sortKey: "amount", phone: "figure" },
];

export function expenseRow(home: string, expense: ListedExpense): Row {
  const isReturned = expense.status === "draft" && expense.returnedReason !== "";
  const charge = expense.isBilled ? "charged" : expense.isBillable ? "billable" : "";
  return {
    id: expense.id,
    merchant: expense.merchant || expense.number || "Expense",
    href: `${home}/expenses/${expense.id}`,
    description: [expense.merchant ? expense.number : "", expense.description].filter(Boolean).join(" · "),
    spentOn: expense.spentOn,
    category: expense.categoryName,
    project: [expense.projectLabel ?? "", charge].filter(Boolean).join(", "),
    member: expense.memberName,
    paid: expense.isOwn ? "Reimbursable" : "",
    amount: expense.amountCents,
    ...statusCells("status", "expense", expense.status, isReturned ? "Returned" : undefined),
  };
}
