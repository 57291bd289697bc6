import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getInvoice } from "@/lib/invoicing/queries";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { one } from "@/lib/kernel/listing";
import { listDepositAccounts } from "@/lib/ledger/deposit-account";
import { NotPayable } from "./not-payable";
import { OpenInvoices } from "./open-invoices";
import { PaymentForm } from "./payment-form";

export const metadata: Metadata = { title: "Record payment" };

/** For one invoice, `?invoice=`; without it, the open invoices to choose from. */
export default async function NewPaymentPage({ params, searchParams }: PageProps<"/c/[company]/payments/new">) {
  const scope = await enter(params, "payments.write", "payments.read", "invoices.read");
  const query = await searchParams;
  const home = `/c/${scope.company.slug}`;
  const base = { label: "Payments", href: `${home}/payments` };
  if (one(query.invoice) === "")
    return (
      <>
        <PageHeader
          title="Record payment"
          breadcrumbs={[base]}
          description="For which invoice did the money come in?"
        />
        <OpenInvoices scope={scope} home={home} query={query} />
      </>
    );
  const [record, accounts] = await Promise.all([
    orNotFound(getInvoice(scope, idOf("invoice", one(query.invoice)))),
    listDepositAccounts(scope),
  ]);
  const { invoice, client, balanceCents } = record;
  const here = `${home}/invoices/${invoice.id}`;
  return (
    <>
      <PageHeader
        title={`Record payment${invoice.number ? ` for ${invoice.number}` : ""}`}
        breadcrumbs={[base, { label: "Record payment", href: `${home}/payments/new` }]}
        description={
          <>
            <bdi>{client.name}</bdi>
            {` · ${formatDollars(invoice.totalCents)} in total, ${formatDollars(balanceCents)} open`}
          </>
        }
      />
      {invoice.status === "issued" ? (
        <PaymentForm
          companyId={scope.company.id}
          today={scope.today}
          invoice={{ id: invoice.id, number: invoice.number ?? "", balanceCents }}
          clientName={client.name}
          accounts={accounts}
          cancelHref={here}
        />
      ) : (
        <NotPayable status={invoice.status} href={here} />
      )}
    </>
  );
}
