import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getInvoice } from "@/lib/invoicing/queries";
import { listTemplateChoices } from "@/lib/invoicing/template-queries";
import { formatDiscount, formatMinutes, formatPercent } from "@/lib/kernel/decimal-text";
import { timeOnLines } from "@/lib/time/billed-lines";
import { updateInvoiceAction } from "../../actions";
import { Composer, composedInvoice } from "../../composer";
import { composerChoices } from "../../composer-choices";
import { textsOf, typedLine } from "../../composer-lines";
import { projectOf } from "../invoice-project";

export const metadata: Metadata = { title: "Edit draft" };

export default async function EditInvoicePage({ params }: PageProps<"/c/[company]/invoices/[invoiceId]/edit">) {
  const scope = await enter(
    params,
    ...([
      "invoices.write",
      "invoices.read",
      "clients.read",
      "projects.read",
      "catalog.read",
      "templates.read",
    ] as const),
  );
  const record = await orNotFound(getInvoice(scope, idOf("invoice", (await params).invoiceId)));
  const { invoice, client, lines } = record;
  const here = `/c/${scope.company.slug}/invoices/${invoice.id}`;
  if (invoice.status !== "draft") redirect(here as Route);
  const lineIds = lines.map((line) => line.id);
  const draft = { client: { id: client.id, name: client.name }, project: projectOf(record) };
  const [choices, time, templates] = await Promise.all([
    composerChoices(scope, draft),
    timeOnLines(scope, lineIds),
    listTemplateChoices(scope, "invoice"),
  ]);
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
        composed={composedInvoice}
        draft={{
          id: invoice.id,
          revision: invoice.revision,
          kind: invoice.kind,
          clientId: invoice.clientId,
          projectId: invoice.projectId ?? "",
          useProjectNumbers: invoice.useProjectNumbers,
          issuedOn: invoice.issuedOn,
          until: invoice.dueOn,
          reference: invoice.reference,
          ...textsOf(invoice),
          taxPercent: formatPercent(invoice.taxPpm),
          discount: formatDiscount({ ppm: invoice.discountPpm, cents: invoice.discountCents }),
          lines: lines.map((line) => ({ ...typedLine(line), lineId: line.id, timeText: timeText(time.get(line.id)) })),
        }}
        {...choices}
        templates={templates}
        cancelHref={here}
      />
    </>
  );
}

function timeText(time: { entries: number; minutes: number } | undefined): string | undefined {
  if (!time) return undefined;
  return `${formatMinutes(time.minutes)} of time in ${time.entries} ${time.entries === 1 ? "entry" : "entries"}; removing the line releases it`;
}
