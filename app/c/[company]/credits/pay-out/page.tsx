import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { listDepositAccounts } from "@/lib/ledger/deposit-account";
import { creditClient } from "../credit-client";
import { PayOutForm } from "./pay-out-form";

export const metadata: Metadata = { title: "Pay out client credit" };

export default async function PayOutCreditPage(props: PageProps<"/c/[company]/credits/pay-out">) {
  const scope = await enter(props.params, "payments.write", "payments.read", "clients.read");
  const [{ client, creditCents, choices }, accounts] = await Promise.all([
    creditClient(scope, await props.searchParams),
    listDepositAccounts(scope),
  ]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title="Pay out client credit"
        breadcrumbs={[{ label: "Client credit", href: `${home}/credits` }]}
        description="Credit that goes back to the client as money."
      />
      <PayOutForm
        companyId={scope.company.id}
        today={scope.today}
        client={client && { id: client.id, name: client.name, creditCents: creditCents ?? 0 }}
        clients={choices}
        accounts={accounts}
        cancelHref={client ? `${home}/clients/${client.id}` : `${home}/credits`}
      />
    </>
  );
}
