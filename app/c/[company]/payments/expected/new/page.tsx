import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { listClientChoices } from "@/lib/clients/queries";
import { enter } from "@/lib/doors/page";
import { one } from "@/lib/kernel/listing";
import { listDepositAccounts } from "@/lib/ledger/deposit-account";
import { planPaymentAction } from "../../actions";
import { PlannedForm } from "../../planned-form";

export const metadata: Metadata = { title: "Expect a payment" };

/** `?client=` begins with that client. */
export default async function ExpectPaymentPage(props: PageProps<"/c/[company]/payments/expected/new">) {
  const scope = await enter(props.params, "payments.write", "payments.read", "clients.read");
  const query = await props.searchParams;
  const [clients, accounts] = await Promise.all([listClientChoices(scope), listDepositAccounts(scope)]);
  const base = `/c/${scope.company.slug}/payments`;
  return (
    <>
      <PageHeader
        title="Expect a payment"
        breadcrumbs={[{ label: "Payments", href: base }]}
        description="Money that was promised. Nothing is in the books until it came in."
      />
      <PlannedForm
        action={planPaymentAction}
        companyId={scope.company.id}
        clientId={one(query.client)}
        clients={clients}
        accounts={accounts}
        submit="Save expected payment"
        cancelHref={base}
      />
    </>
  );
}
