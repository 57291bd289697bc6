import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { listBearingAccounts } from "@/lib/ledger/deposit-account";
import { creditClient } from "../credit-client";
import { AdjustForm } from "./adjust-form";

export const metadata: Metadata = { title: "Adjust client credit" };

export default async function AdjustCreditPage(props: PageProps<"/c/[company]/credits/adjust">) {
  const scope = await enter(props.params, "payments.write", "payments.read", "clients.read");
  const [{ client, creditCents, choices }, accounts] = await Promise.all([
    creditClient(scope, await props.searchParams),
    listBearingAccounts(scope),
  ]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title="Adjust client credit"
        breadcrumbs={[{ label: "Client credit", href: `${home}/credits` }]}
        description="Credit given as a courtesy, or taken away again. The account that you choose bears it."
      />
      <AdjustForm
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
