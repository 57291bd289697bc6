import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { mayEditExpense } from "@/lib/expenses/expense";
import { getExpense } from "@/lib/expenses/queries";
import { formatCents, formatPercent } from "@/lib/kernel/decimal-text";
import { updateExpenseAction } from "../../actions";
import { expenseChoices } from "../../choices";
import { ExpenseForm } from "../../expense-form";

export const metadata: Metadata = { title: "Edit expense" };

export default async function EditExpensePage({ params }: PageProps<"/c/[company]/expenses/[expenseId]/edit">) {
  const scope = await enter(params, "expenses.write", "expenses.read", "projects.read", "clients.read", "members.read");
  const found = await orNotFound(getExpense(scope, idOf("expense", (await params).expenseId)));
  const { expense } = found;
  if (!mayEditExpense(scope.member, expense)) notFound();
  const vendorScope = scope.can("vendors.read") ? await enter(params, "vendors.read") : null;
  const choices = await expenseChoices(scope, vendorScope, {
    categoryId: [expense.categoryId, found.categoryName],
    projectId: expense.projectId ? [expense.projectId, found.projectLabel ?? ""] : null,
    clientId: expense.clientId ? [expense.clientId, found.clientName ?? ""] : null,
    vendorId: expense.vendorId ? [expense.vendorId, found.vendorName ?? ""] : null,
  });
  const base = `/c/${scope.company.slug}/expenses`;
  return (
    <>
      <PageHeader title="Edit expense" breadcrumbs={[{ label: "Expenses", href: base }]} />
      <ExpenseForm
        key={expense.revision}
        action={updateExpenseAction}
        companyId={scope.company.id}
        choices={{ ...choices, members: null }}
        start={{
          merchant: expense.merchant,
          vendorId: expense.vendorId ?? "",
          spentOn: expense.spentOn,
          amount: formatCents(expense.amountCents),
          tax: expense.taxCents > 0 ? formatCents(expense.taxCents) : "",
          categoryId: expense.categoryId,
          description: expense.description,
          paidBy: expense.paidFromAccountId ? "company" : "member",
          paidFromAccountId: expense.paidFromAccountId ?? "",
          projectId: expense.projectId ?? "",
          clientId: expense.clientId ?? "",
          markup: expense.markupPpm > 0 ? formatPercent(expense.markupPpm) : "",
        }}
        isBillable={expense.isBillable}
        expense={expense}
        cancelHref={`${base}/${expense.id}`}
      />
    </>
  );
}
