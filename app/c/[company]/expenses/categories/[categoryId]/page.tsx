import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getCategory, listExpenseAccounts } from "@/lib/expenses/categories";
import { activateCategoryAction, deactivateCategoryAction, updateCategoryAction } from "../../actions";
import { CategoryForm } from "../category-form";

export const metadata: Metadata = { title: "Expense category" };

export default async function CategoryPage({ params }: PageProps<"/c/[company]/expenses/categories/[categoryId]">) {
  const scope = await enter(params, "expenses.approve", "expenses.read");
  const category = await orNotFound(getCategory(scope, idOf("expenseCategory", (await params).categoryId)));
  const accounts = await listExpenseAccounts(scope);
  const base = `/c/${scope.company.slug}/expenses`;
  return (
    <>
      <PageHeader
        title={category.name}
        breadcrumbs={[
          { label: "Expenses", href: base },
          { label: "Categories", href: `${base}/categories` },
        ]}
        actions={
          <Form
            action={category.isActive ? deactivateCategoryAction : activateCategoryAction}
            companyId={scope.company.id}
            inline
          >
            <HiddenField name="categoryId" value={category.id} />
            <Submit variant="secondary" icon={category.isActive ? "circle-slash" : "undo"}>
              {category.isActive ? "Deactivate" : "Activate"}
            </Submit>
          </Form>
        }
      />
      <CategoryForm
        key={category.revision}
        action={updateCategoryAction}
        companyId={scope.company.id}
        accounts={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        category={category}
      />
    </>
  );
}
