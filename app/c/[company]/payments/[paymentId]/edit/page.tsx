import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { listClientChoices } from "@/lib/clients/queries";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { formatCents } from "@/lib/kernel/decimal-text";
import { listDepositAccounts } from "@/lib/ledger/deposit-account";
import { getPayment } from "@/lib/payments/queries";
import { updatePlannedAction } from "../../actions";
import { PlannedForm } from "../../planned-form";

export const metadata: Metadata = { title: "Edit expected payment" };

/** Only what is still expected; what came in changes by its void alone. */
export default async function EditPlannedPage({ params }: PageProps<"/c/[company]/payments/[paymentId]/edit">) {
  const scope = await enter(params, "payments.write", "payments.read", "clients.read");
  const paymentId = idOf("payment", (await params).paymentId);
  const [{ payment, clientName }, clients, accounts] = await Promise.all([
    orNotFound(getPayment(scope, paymentId)),
    listClientChoices(scope),
    listDepositAccounts(scope),
  ]);
  if (payment.status !== "pending") notFound();
  const base = `/c/${scope.company.slug}/payments`;
  const { clientId, amountCents, receivedOn, method, depositAccountId, reference, note, revision } = payment;
  const isListed = clients.some(({ id }) => id === clientId);
  return (
    <>
      <PageHeader
        title="Edit expected payment"
        breadcrumbs={[
          { label: "Payments", href: base },
          { label: "Expected payment", href: `${base}/${paymentId}` },
        ]}
      />
      <PlannedForm
        action={updatePlannedAction}
        companyId={scope.company.id}
        start={{
          ...{ paymentId, revision, clientId, receivedOn, method, depositAccountId, reference, note },
          amount: formatCents(amountCents),
        }}
        clients={isListed ? clients : [{ id: clientId, name: clientName }, ...clients]}
        accounts={accounts}
        submit="Save changes"
        cancelHref={`${base}/${paymentId}`}
      />
    </>
  );
}
