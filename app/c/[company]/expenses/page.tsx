import type { Metadata } from "next";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listCategories } from "@/lib/expenses/categories";
import { expenseFilters, expenseSorts, listExpenses } from "@/lib/expenses/queries";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { expenseColumns, expenseRow } from "./expense-table";

export const metadata: Metadata = { title: "Expenses" };

const statuses = [
  { value: "open", label: "Not approved yet" },
  { value: "draft", label: "Draft" },
  { value: "submitted", label: "Submitted" },
  { value: "approved", label: "Approved" },
  { value: "owed", label: "To reimburse" },
  { value: "reimbursed", label: "Reimbursed" },
  { value: "void", label: "Void" },
];

export default async function ExpensesPage({ params, searchParams }: PageProps<"/c/[company]/expenses">) {
  const scope = await enter(params, "expenses.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: expenseSorts, defaultSort: "-day", filters: expenseFilters });
  const [listed, categories] = await Promise.all([listExpenses(scope, request), listCategories(scope)]);
  const home = `/c/${scope.company.slug}`;
  const { status = "", category = "", project = "", from = "", to = "" } = request.filters;
  const options = categories.map(({ id, name }) => ({ value: id as string, label: name }));
  const word = (list: { value: string; label: string }[], value: string) =>
    list.find((option) => option.value === value)?.label ?? value;
  const add = (
    <LinkButton href={`${home}/expenses/new`} variant="primary" icon="plus">
      New expense
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Expenses"
        actions={<Actions home={home} isManager={scope.can("expenses.approve")} add={add} />}
      />
      <Listing
        what="expenses"
        action={`${home}/expenses`}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search merchant, number or amount", value: request.search }}
        filters={[
          { kind: "select", name: "status", label: "Status", value: status, any: "Any", options: statuses },
          { kind: "select", name: "category", label: "Category", value: category, any: "Any", options },
          { kind: "range", label: "Date", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={{
          status: status ? `Status: ${word(statuses, status)}` : null,
          category: category ? `Category: ${word(options, category)}` : null,
          project: project ? `Project: ${listed.rows[0]?.projectLabel ?? "chosen"}` : null,
          from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
          to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
        }}
        columns={expenseColumns}
        rows={listed.rows.map((expense) => expenseRow(home, expense))}
        listed={listed}
        totals={{ amount: listed.rows.reduce((sum, row) => sum + (row.status === "void" ? 0 : row.amountCents), 0) }}
        totalLabel="On this page, without void"
        first={
          <EmptyFirst
            icon="receipt"
            title="No expenses yet"
            why="Enter what you spent for the firm. Approved, it is in the books, and your own money comes back to you."
            action={add}
          />
        }
      />
    </>
  );
}

function Actions({ home, isManager, add }: { home: string; isManager: boolean; add: React.ReactNode }) {
  return (
    <>
      {isManager ? (
        <>
          <LinkButton href={`${home}/expenses/categories`}>Categories</LinkButton>
          <LinkButton href={`${home}/expenses/approvals`} icon="check-check">
            Approve
          </LinkButton>
        </>
      ) : null}
      {add}
    </>
  );
}
