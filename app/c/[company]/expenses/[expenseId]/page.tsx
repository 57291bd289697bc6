import type { Metadata } from "next";
import { EntriesSaid } from "@/components/accounting/entries-said";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { mayEditExpense } from "@/lib/expenses/expense";
import { getExpense } from "@/lib/expenses/queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { listSpendingAccounts } from "@/lib/ledger/deposit-account";
import { VoidForm } from "../../bills/void-form";
import { entriesOf } from "../../entries-of";
import { voidExpenseAction } from "../actions";
import { Decision } from "./decision";
import { DraftActions, ReimburseForm } from "./expense-actions";
import { termsOf } from "./expense-terms";

export const metadata: Metadata = { title: "Expense" };

export default async function ExpensePage({ params }: PageProps<"/c/[company]/expenses/[expenseId]">) {
  const scope = await enter(params, "expenses.read");
  const expenseId = idOf("expense", (await params).expenseId);
  const record = await orNotFound(getExpense(scope, expenseId));
  const [facts, accounts, entries] = await Promise.all([
    listTimeline(scope, { subjectId: expenseId }),
    listSpendingAccounts(scope),
    entriesOf(params, {
      sourceTypes: ["expense", "expense_void", "reimbursement", "reimbursement_void"],
      sourceId: expenseId,
    }),
  ]);
  const { expense, memberName, invoiceId } = record;
  const home = `/c/${scope.company.slug}`;
  const stands = expense.status === "approved" || expense.status === "reimbursed";
  const mayDecide = scope.can("expenses.approve");
  return (
    <>
      <PageHeader
        title={expense.number ?? "Expense"}
        breadcrumbs={[{ label: "Expenses", href: `${home}/expenses` }]}
        status={<Status of="expense" status={expense.status} />}
        description={<bdi>{`${formatDollars(expense.amountCents)} at ${expense.merchant}`}</bdi>}
        actions={
          mayEditExpense(scope.member, expense) ? (
            <DraftActions here={`${home}/expenses/${expense.id}`} companyId={scope.company.id} id={expense.id} />
          ) : expense.status === "submitted" && mayDecide ? (
            <LinkButton href={`${home}/expenses/approvals`} variant="primary" icon="check">
              Approve or return
            </LinkButton>
          ) : null
        }
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        {expense.status === "draft" && expense.returnedReason ? (
          <Banner kind="warning" title="Returned">
            {expense.returnedReason}
          </Banner>
        ) : null}
        {expense.voidedOn ? (
          <Banner kind="lock" title={`Void since ${formatDay(expense.voidedOn)}`}>
            {`${expense.voidReason}. What was posted for it is reversed.`}
          </Banner>
        ) : null}
        <Card
          title="Expense"
          footer={<EntriesSaid home={home} entries={entries} none={stands || expense.voidedOn ? "" : notYet} />}
        >
          <DescriptionList items={termsOf(scope, home, record)} />
        </Card>
        {mayDecide && expense.status === "submitted" ? <Decision params={params} expense={expense} /> : null}
        {mayDecide && expense.status === "approved" && !expense.paidFromAccountId ? (
          <ReimburseForm
            companyId={scope.company.id}
            id={expense.id}
            member={memberName}
            accounts={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            today={scope.today}
            from={expense.spentOn}
          />
        ) : null}
        {mayDecide && stands && !invoiceId ? (
          <VoidForm
            action={voidExpenseAction}
            companyId={scope.company.id}
            what="expense"
            name="expenseId"
            id={expense.id}
            amountCents={expense.amountCents}
            why="For an expense approved by mistake. It stays on record as void, with its number."
            effect="Posts the reverse on the day that you choose, also of a reimbursement. This can't be undone."
            from={expense.reimbursedOn ?? expense.spentOn}
            today={scope.today}
          />
        ) : null}
      </AsideLayout>
    </>
  );
}

const notYet = "An expense is not in the books until it is approved.";
