import type { Metadata, Route } from "next";
import Link from "next/link";
import { CheckboxField } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listUnbilledExpenseClients, listUnbilledExpenses } from "@/lib/expenses/bill-expenses";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { isId } from "@/lib/kernel/ids";
import { invoiceExpensesAction } from "../actions";

export const metadata: Metadata = { title: "Invoice expenses" };

const columns: Column[] = [
  { key: "day", label: "Day", kind: "date", phone: "line" },
  { key: "merchant", label: "Expense", kind: "text", subKey: "description", phone: "title" },
  { key: "member", label: "Member", kind: "text" },
  { key: "amount", label: "Cost", kind: "money", phone: "line" },
  { key: "markup", label: "Markup", kind: "percent", phone: "line" },
  { key: "charge", label: "Charge", kind: "money", phone: "figure" },
];

type Query = PageProps<"/c/[company]/invoices/from-expenses">;

export default async function InvoiceExpensesPage({ params, searchParams }: Query) {
  const scope = await enter(params, "invoices.write");
  const { client } = await searchParams;
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/invoices/from-expenses`;
  const clients = await listUnbilledExpenseClients(scope);
  const chosen = isId("client", client) ? clients.find((one) => one.clientId === client) : undefined;
  const expenses = isId("client", client) && chosen ? await listUnbilledExpenses(scope, client) : [];
  return (
    <>
      <PageHeader
        title={chosen ? `Invoice expenses of ${chosen.name}` : "Invoice expenses"}
        breadcrumbs={[
          { label: "Invoices", href: `${home}/invoices` },
          ...(chosen ? [{ label: "Invoice expenses", href: here }] : []),
        ]}
        description={
          chosen
            ? "Each becomes a line: its cost and the markup."
            : "Clients with billable expenses that are not invoiced yet."
        }
      />
      {chosen ? (
        <Form action={invoiceExpensesAction} companyId={scope.company.id}>
          <HiddenField name="clientId" value={chosen.clientId} />
          <DataTable
            caption="Billable expenses"
            columns={columns}
            rows={expenses.map(rowOf)}
            rowKey="id"
            selectable={{ name: "expenseIds[]", allAtFirst: true }}
          />
          <Card>
            <CheckboxField name="isTaxable" label="Charge sales tax on them" />
          </Card>
          <FormActions sticky>
            <Submit pendingText="Drafting…">Create draft invoice</Submit>
            <LinkButton href={here} variant="ghost">
              Cancel
            </LinkButton>
          </FormActions>
        </Form>
      ) : clients.length === 0 ? (
        <EmptyFirst
          icon="inbox"
          title="Nothing to invoice"
          why="Approved, billable expenses appear here until they are on an invoice."
        />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {clients.map((one) => (
            <li key={one.clientId}>
              <Link
                href={`${here}?client=${one.clientId}` as Route}
                className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-border bg-surface px-4 py-3 shadow-1 hover:border-border-strong"
              >
                <span className="min-w-0 font-medium break-words">{one.name}</span>
                <span className="text-right text-text-muted tabular-nums">{formatDollars(one.cents)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function rowOf(expense: Awaited<ReturnType<typeof listUnbilledExpenses>>[number]) {
  return {
    id: expense.id,
    day: expense.spentOn,
    merchant: [expense.number, expense.merchant].filter(Boolean).join(" · "),
    description: expense.description,
    member: expense.memberName,
    amount: expense.amountCents,
    markup: expense.markupPpm,
    charge: expense.chargeCents,
  };
}
