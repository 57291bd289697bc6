import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { PageHeader } from "@/components/layout/page-header";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { enter } from "@/lib/doors/page";
import { listCategories, listExpenseAccounts } from "@/lib/expenses/categories";
import { createCategoryAction } from "../actions";
import { CategoryForm } from "./category-form";

export const metadata: Metadata = { title: "Expense categories" };

const columns: Column[] = [
  { key: "name", label: "Category", kind: "link", hrefKey: "href" },
  { key: "account", label: "Account", kind: "text" },
  { key: "status", label: "Status", kind: "badge" },
];

export default async function CategoriesPage({ params }: PageProps<"/c/[company]/expenses/categories">) {
  const scope = await enter(params, "expenses.approve", "expenses.read");
  const [categories, accounts] = await Promise.all([listCategories(scope), listExpenseAccounts(scope)]);
  const base = `/c/${scope.company.slug}/expenses`;
  return (
    <>
      <PageHeader
        title="Expense categories"
        breadcrumbs={[{ label: "Expenses", href: base }]}
        description="What money is spent on, and the account that each category is posted to."
      />
      <div className="space-y-6">
        <DataTable
          caption="Expense categories"
          columns={columns}
          rows={categories.map(({ id, name, account, isActive }) => ({
            id,
            name,
            href: `${base}/categories/${id}`,
            account,
            ...statusCells("status", "account", isActive ? "active" : "inactive"),
          }))}
          rowKey="id"
        />
        <CategoryForm
          action={createCategoryAction}
          companyId={scope.company.id}
          accounts={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
      </div>
    </>
  );
}
