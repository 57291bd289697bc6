import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getInvoice } from "@/lib/invoicing/queries";
import { decimalOfCents, formatMinutes, formatPercent, formatQuantity } from "@/lib/kernel/decimal-text";
import { timeOnLines } from "@/lib/time/billed-lines";
import { updateInvoiceAction } from "../../actions";
import { Composer } from "../../composer";
import { composerChoices } from "../../composer-choices";
import { projectOf } from "../invoice-project";

export const metadata: Metadata = { title: "Edit draft" };

export default async function EditInvoicePage({ params }: PageProps<"/c/[company]/invoices/[invoiceId]/edit">) {
  const scope = await enter(params, "invoices.write", "invoices.read", "clients.read", "projects.read", "catalog.read");
  const record = await orNotFound(getInvoice(scope, idOf("invoice", (await params).invoiceId)));
  const { invoice, client, lines } = record;
  const here = `/c/${scope.company.slug}/invoices/${invoice.id}`;
  if (invoice.status !== "draft") redirect(here as Route);
  const lineIds = lines.map((line) => line.id);
  const draft = { client: { id: client.id, name: client.name }, project: projectOf(record) };
  const [choices, time] = await Promise.all([composerChoices(scope, draft), timeOnLines(scope, lineIds)]);
  return (
    <>
      <PageHeader
        title="Edit draft"
        breadcrumbs={[
          { label: "Invoices", href: `/c/${scope.company.slug}/invoices` },
          { label: `Draft for ${client.name}`, href: here },
        ]}
      />
      <Composer
        key={invoice.revision}
        action={updateInvoiceAction}
        companyId={scope.company.id}
        companyName={scope.company.name}
        draft={{
          invoiceId: invoice.id,
          revision: invoice.revision,
          clientId: invoice.clientId,
          projectId: invoice.projectId ?? "",
          issuedOn: invoice.issuedOn,
          dueOn: invoice.dueOn,
          reference: invoice.reference,
          notes: invoice.notes,
          taxPercent: formatPercent(invoice.taxPpm),
          lines: lines.map((line) => ({
            lineId: line.id,
            itemId: line.itemId ?? "",
            description: line.description,
            quantity: formatQuantity(line.quantity),
            unitPrice: decimalOfCents(line.unitPriceCents),
            isTaxable: line.isTaxable,
            timeText: timeText(time.get(line.id)),
          })),
        }}
        {...choices}
        cancelHref={here}
      />
    </>
  );
}

function timeText(time: { entries: number; minutes: number } | undefined): string | undefined {
  if (!time) return undefined;
  return `${formatMinutes(time.minutes)} of time in ${time.entries} ${time.entries === 1 ? "entry" : "entries"}; removing the line releases it`;
}
