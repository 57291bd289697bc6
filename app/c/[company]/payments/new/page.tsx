import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { SectionHeading } from "@/components/ui/section-heading";
import { listClientChoices } from "@/lib/clients/queries";
import { enter } from "@/lib/doors/page";
import { listDepositAccounts } from "@/lib/ledger/deposit-account";
import { ChooseClient } from "./choose-client";
import { NotPayable } from "./not-payable";
import { OpenInvoices } from "./open-invoices";
import { PaymentForm } from "./payment-form";
import { startedPayment } from "./started-payment";

export const metadata: Metadata = { title: "Record payment" };

/** For a client, an invoice or an expected payment; without any of them, who paid is asked first. */
export default async function NewPaymentPage({ params, searchParams }: PageProps<"/c/[company]/payments/new">) {
  const scope = await enter(params, "payments.write", "payments.read", "invoices.read", "clients.read");
  const query = await searchParams;
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/payments/new`;
  const base = { label: "Payments", href: `${home}/payments` };
  const started = await startedPayment(scope, query);
  if (!started)
    return (
      <>
        <PageHeader title="Record payment" breadcrumbs={[base]} />
        <div className="space-y-6">
          <ChooseClient action={here} clients={await listClientChoices(scope)} />
          <SectionHeading title="Or choose the invoice that was paid" />
          <OpenInvoices scope={scope} home={home} query={query} />
        </div>
      </>
    );
  const { title, client, barred, backPath, ...form } = started;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[base, { label: "Record payment", href: here }]}
        description={<bdi>{client.name}</bdi>}
      />
      {barred ? (
        <NotPayable what={barred.what} href={`${home}${barred.path}`} />
      ) : (
        <PaymentForm
          {...form}
          companyId={scope.company.id}
          today={scope.today}
          client={{ id: client.id, name: client.name }}
          accounts={await listDepositAccounts(scope)}
          cancelHref={`${home}${backPath}`}
        />
      )}
    </>
  );
}
