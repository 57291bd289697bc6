import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { one } from "@/lib/kernel/listing";
import { createExpenseAction } from "../actions";
import { expenseChoices } from "../choices";
import { ExpenseForm } from "../expense-form";

export const metadata: Metadata = { title: "New expense" };

export default async function NewExpensePage({ params, searchParams }: PageProps<"/c/[company]/expenses/new">) {
  const scope = await enter(params, "expenses.write", "expenses.read", "projects.read", "clients.read", "members.read");
  const isManager = scope.can("expenses.approve");
  const choices = await expenseChoices(scope, isManager ? await enter(params, "vendors.read") : null);
  const base = `/c/${scope.company.slug}/expenses`;
  return (
    <>
      <PageHeader title="New expense" breadcrumbs={[{ label: "Expenses", href: base }]} />
      <ExpenseForm
        action={createExpenseAction}
        companyId={scope.company.id}
        choices={{ ...choices, members: isManager ? choices.members : null }}
        start={{
          memberId: scope.member.id,
          spentOn: scope.today,
          paidBy: isManager ? "company" : "member",
          projectId: one((await searchParams).project) ?? "",
        }}
        isBillable={false}
        cancelHref={base}
      />
    </>
  );
}
