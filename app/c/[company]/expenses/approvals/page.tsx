import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { DataTable } from "@/components/ui/data-table";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listExpenses } from "@/lib/expenses/queries";
import { listRequest } from "@/lib/kernel/listing";
import { mayApproveOwnTime } from "@/lib/time/approve-time";
import { decideExpensesAction } from "../actions";
import { expenseColumns, expenseRow } from "../expense-table";

export const metadata: Metadata = { title: "Approve expenses" };

export default async function ExpenseApprovalsPage({ params }: PageProps<"/c/[company]/expenses/approvals">) {
  const scope = await enter(params, "expenses.approve", "expenses.read");
  const request = listRequest({ status: "submitted" }, { sorts: ["day"], defaultSort: "day", filters: ["status"] });
  const [{ rows }, mayApproveOwn] = await Promise.all([
    listExpenses(scope, { ...request, limit: 200 }),
    mayApproveOwnTime(scope),
  ]);
  const home = `/c/${scope.company.slug}`;
  const mine = mayApproveOwn ? [] : rows.filter((row) => [row.memberId, row.createdBy].includes(scope.member.id));
  const others = rows.filter((row) => !mine.includes(row));
  return (
    <>
      <PageHeader
        title="Approve expenses"
        description="Approving posts an expense to the books and locks it. Returning sends it back to its member as a draft."
        breadcrumbs={[{ label: "Expenses", href: `${home}/expenses` }]}
      />
      {mine.length > 0 ? (
        <Banner>{`${mine.length === 1 ? "1 expense is" : `${mine.length} expenses are`} your own or entered by you. Another manager approves them.`}</Banner>
      ) : null}
      {others.length === 0 ? (
        <EmptyFirst icon="check-check" title="Nothing waits for approval" why="Submitted expenses appear here." />
      ) : (
        <Form action={decideExpensesAction} companyId={scope.company.id} inline label="Submitted expenses">
          {/* Enter in the reason presses the form's first button: that must be the return, or it would approve. */}
          <button type="submit" name="intent" value="return" hidden aria-hidden="true" tabIndex={-1} />
          <DataTable
            caption="Submitted expenses"
            columns={expenseColumns.map(({ sortKey: _, ...column }) => column)}
            rows={others.map((row) => expenseRow(home, row))}
            rowKey="id"
            selectable={{ name: "expenseIds[]" }}
            bulkActions={
              <Submit name="intent" value="approve" icon="check" pendingText="Approving…">
                Approve
              </Submit>
            }
          />
          <div className="flex flex-wrap items-start gap-2">
            <TextField
              name="reason"
              label="Reason for a return"
              className="min-w-0 flex-1 basis-64 sm:max-w-md"
              optional
            />
            <Submit
              name="intent"
              value="return"
              variant="secondary"
              icon="undo"
              pendingText="Returning…"
              className="mt-6"
            >
              Return to draft
            </Submit>
          </div>
        </Form>
      )}
    </>
  );
}
