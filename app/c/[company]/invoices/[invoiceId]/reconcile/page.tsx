import type { Metadata } from "next";
import { ledgerHref } from "@/components/accounting/links";
import { Money } from "@/components/display/money";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { diagnoseInvoice, type InvoiceDiagnosis } from "@/lib/reconciliation/invoice-diagnosis";
import { BookedSteps, SaidSteps } from "./steps";

export const metadata: Metadata = { title: "Reconcile invoice" };

export default async function ReconcilePage({ params }: PageProps<"/c/[company]/invoices/[invoiceId]/reconcile">) {
  const scope = await enter(params, "accounting.read", "payments.read");
  const invoiceId = idOf("invoice", (await params).invoiceId);
  const diagnosis = await orNotFound(diagnoseInvoice(scope, invoiceId));
  const { invoice, booked, said, saidCents } = diagnosis;
  const home = `/c/${scope.company.slug}`;
  const name = invoice.number ?? "Draft";
  return (
    <>
      <PageHeader
        title={`Why ${name} stands at ${formatDollars(saidCents)}`}
        breadcrumbs={[
          { label: "Invoices", href: `${home}/invoices` },
          { label: name, href: `${home}/invoices/${invoiceId}` },
        ]}
        description={
          <>
            What the books say of it, entry by entry, beside what the invoice to{" "}
            <TextLink href={`${home}/clients/${invoice.clientId}`}>{invoice.clientName}</TextLink> and all that was put
            on it say.
          </>
        }
      />
      {invoice.status === "draft" ? (
        <Banner>A draft has no entries: it changes nothing in the books until it is issued.</Banner>
      ) : (
        <div className="space-y-6">
          <Agreement home={home} today={scope.today} diagnosis={diagnosis} />
          <div className="grid items-start gap-6 2xl:grid-cols-2">
            <BookedSteps home={home} steps={booked} />
            <SaidSteps home={home} steps={said} />
          </div>
        </div>
      )}
    </>
  );
}

/** One sentence when the two agree; otherwise by how much they differ, and where. */
function Agreement(props: { home: string; today: string; diagnosis: InvoiceDiagnosis }) {
  const { home, today } = props;
  const { bookedCents, differenceCents, disagreements, receivable } = props.diagnosis;
  const account = receivable ? (
    <TextLink href={ledgerHref(home, receivable.id, { to: today })}>{receivable.label}</TextLink>
  ) : (
    "Accounts Receivable"
  );
  if (differenceCents === 0 && disagreements.length === 0)
    return (
      <Banner kind="success" title="Books and documents agree">
        The lines of {account} for this invoice sum to <Money cents={bookedCents} currency />, and so does what the
        invoice and all that was put on it say.
      </Banner>
    );
  return (
    <Banner kind="danger" title={`Books and documents differ by ${formatDollars(Math.abs(differenceCents))}`}>
      <ul className="mt-1 list-disc pl-5">
        {disagreements.map(({ documentId, label, saidCents, bookedCents: inBooks }) => (
          <li key={documentId}>
            {label}: the document says <Money cents={saidCents} currency />, {account} has{" "}
            <Money cents={inBooks} currency />.
          </li>
        ))}
      </ul>
    </Banner>
  );
}
