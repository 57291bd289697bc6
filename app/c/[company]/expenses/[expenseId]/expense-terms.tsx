import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Percent } from "@/components/display/quantity";
import { TextLink } from "@/components/ui/text-link";
import type { Scope } from "@/lib/access/scope";
import type { getExpense } from "@/lib/expenses/queries";
import { formatDay } from "@/lib/kernel/dates";

type ExpenseRecord = Awaited<ReturnType<typeof getExpense>>;

/** What the expense says, each name the way to its page for whoever may open it. */
export function termsOf(scope: Scope, home: string, record: ExpenseRecord) {
  const { expense, invoiceId } = record;
  const vendor = linkTo(scope.can("vendors.read") && `${home}/vendors/${expense.vendorId}`, record.vendorName);
  const client = linkTo(scope.can("clients.read") && `${home}/clients/${expense.clientId}`, record.clientName);
  const project = linkTo(scope.can("projects.read") && `${home}/projects/${expense.projectId}`, record.projectLabel);
  const charged = invoiceId ? (
    <TextLink href={`${home}/invoices/${invoiceId}`}>On an invoice</TextLink>
  ) : (
    "Yes, not invoiced yet"
  );
  return [
    { term: "Amount", value: <Money cents={expense.amountCents} currency />, numeric: true },
    { term: "Sales tax included", value: <Money cents={expense.taxCents} currency />, numeric: true },
    { term: "Date", value: <Day value={expense.spentOn} /> },
    { term: "Member", value: record.memberName },
    { term: "Vendor", value: vendor },
    { term: "Category", value: record.account ? `${record.categoryName}, ${record.account}` : record.categoryName },
    { term: "Description", value: expense.description || "–" },
    { term: "Paid from", value: record.paidFrom ?? "The member, to be reimbursed" },
    ...(expense.reimbursedOn
      ? [{ term: "Reimbursed", value: `${formatDay(expense.reimbursedOn)} from ${record.reimbursedFrom}` }]
      : []),
    { term: "Client", value: client },
    { term: "Project", value: project },
    { term: "Billable", value: expense.isBillable ? charged : "No" },
    ...(expense.isBillable ? [{ term: "Markup", value: <Percent ppm={expense.markupPpm} /> }] : []),
  ];
}

function linkTo(href: string | false, name: string | null) {
  if (name === null) return "–";
  return href ? <TextLink href={href}>{name}</TextLink> : name;
}
