import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Tabs } from "@/components/ui/tabs";
import { enter } from "@/lib/doors/page";
import { defaultTexts, listTemplateChoices } from "@/lib/invoicing/template-queries";
import { addDays } from "@/lib/kernel/dates";
import { formatPercent } from "@/lib/kernel/decimal-text";
import { one } from "@/lib/kernel/listing";
import { draftInvoiceAction } from "../actions";
import { Composer, composedInvoice } from "../composer";
import { composerChoices } from "../composer-choices";

export const metadata: Metadata = { title: "New invoice" };

export default async function NewInvoicePage({ params, searchParams }: PageProps<"/c/[company]/invoices/new">) {
  const scope = await enter(
    params,
    "invoices.write",
    "clients.read",
    "projects.read",
    "catalog.read",
    "templates.read",
  );
  const query = await searchParams;
  const [choices, templates] = await Promise.all([composerChoices(scope), listTemplateChoices(scope, "invoice")]);
  const list = `/c/${scope.company.slug}/invoices`;
  const isDeposit = one(query.kind) === "deposit";
  return (
    <>
      <PageHeader
        title={isDeposit ? "New deposit invoice" : "New invoice"}
        breadcrumbs={[{ label: "Invoices", href: list }]}
        description={
          isDeposit
            ? "Money asked for before the work. It is held for the client, has no tax, and revenue appears when it is applied to an invoice for the work."
            : "A draft has no number and changes nothing in the books until you issue it."
        }
        tabs={
          <Tabs
            label="Kind of invoice"
            items={[
              { label: "Invoice", href: hrefOf(list, query, ""), current: !isDeposit },
              { label: "Deposit invoice", href: hrefOf(list, query, "deposit"), current: isDeposit },
            ]}
          />
        }
      />
      <Composer
        key={String(isDeposit)}
        action={draftInvoiceAction}
        companyId={scope.company.id}
        companyName={scope.company.name}
        composed={composedInvoice}
        draft={{
          kind: isDeposit ? "deposit" : "standard",
          clientId: one(query.client),
          projectId: one(query.project),
          useProjectNumbers: false,
          issuedOn: scope.today,
          until: addDays(scope.today, scope.company.defaultDueDays),
          reference: "",
          ...defaultTexts(templates),
          taxPercent: isDeposit ? "0" : formatPercent(scope.company.defaultTaxPpm),
          discount: "",
          lines: [],
        }}
        {...choices}
        templates={templates}
        cancelHref={list}
      />
    </>
  );
}

/** The other kind for the same client and project. */
function hrefOf(list: string, query: Record<string, string | string[] | undefined>, kind: string): string {
  const kept = { client: one(query.client), project: one(query.project), kind };
  const asked = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== ""));
  return asked.size > 0 ? `${list}/new?${asked}` : `${list}/new`;
}
