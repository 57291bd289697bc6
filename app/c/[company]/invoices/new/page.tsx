import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { addDays } from "@/lib/kernel/dates";
import { formatPercent } from "@/lib/kernel/decimal-text";
import { one } from "@/lib/kernel/listing";
import { draftInvoiceAction } from "../actions";
import { Composer } from "../composer";
import { composerChoices } from "../composer-choices";

export const metadata: Metadata = { title: "New invoice" };

export default async function NewInvoicePage({ params, searchParams }: PageProps<"/c/[company]/invoices/new">) {
  const scope = await enter(params, "invoices.write", "clients.read", "projects.read", "catalog.read");
  const query = await searchParams;
  const choices = await composerChoices(scope);
  const list = `/c/${scope.company.slug}/invoices`;
  return (
    <>
      <PageHeader
        title="New invoice"
        breadcrumbs={[{ label: "Invoices", href: list }]}
        description="A draft has no number and changes nothing in the books until you issue it."
      />
      <Composer
        action={draftInvoiceAction}
        companyId={scope.company.id}
        companyName={scope.company.name}
        draft={{
          clientId: one(query.client),
          projectId: one(query.project),
          issuedOn: scope.today,
          dueOn: addDays(scope.today, scope.company.defaultDueDays),
          reference: "",
          notes: "",
          taxPercent: formatPercent(scope.company.defaultTaxPpm),
          lines: [],
        }}
        {...choices}
        cancelHref={list}
      />
    </>
  );
}
