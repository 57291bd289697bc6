import type { Metadata } from "next";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { getInvoice } from "@/lib/invoicing/queries";
import { daysBetween } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { InvoiceId } from "@/lib/kernel/ids";
import { listEntriesOfSource } from "@/lib/ledger/queries";
import { listAllocations } from "@/lib/payments/queries";
import { listTimeOfInvoice } from "@/lib/time/billed-lines";
import { BehindInvoice } from "./behind-invoice";
import { InvoiceActions } from "./invoice-actions";
import { InvoiceLock } from "./invoice-lock";
import { InvoicePaper } from "./invoice-paper";
import { InvoicePayments } from "./invoice-payments";
import { projectOf } from "./invoice-project";
import { VoidInvoice } from "./void-form";

export const metadata: Metadata = { title: "Invoice" };

export default async function InvoicePage({ params }: PageProps<"/c/[company]/invoices/[invoiceId]">) {
  const scope = await enter(params, "invoices.read", "time.read");
  const invoiceId = idOf("invoice", (await params).invoiceId);
  const record = await orNotFound(getInvoice(scope, invoiceId));
  const { invoice, client, standing, balanceCents, paidCents } = record;
  const [facts, applied, entries, time] = await Promise.all([
    listTimeline(scope, { invoiceId }),
    scope.can("payments.read") ? appliedTo(params, invoiceId) : [],
    scope.can("accounting.read") && invoice.status !== "draft" ? entriesOf(params, invoiceId) : [],
    listTimeOfInvoice(scope, invoiceId),
  ]);
  const home = `/c/${scope.company.slug}`;
  const title = invoice.number ?? `Draft for ${client.name}`;
  const late = standing === "overdue" ? daysBetween(invoice.dueOn, scope.today) : 0;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: "Invoices", href: `${home}/invoices` }]}
        status={
          <Status
            of="invoice"
            status={standing}
            word={late > 0 ? `Overdue ${late} ${late === 1 ? "day" : "days"}` : undefined}
          />
        }
        description={
          <>
            <bdi>{client.name}</bdi>
            {` · ${formatDollars(invoice.totalCents)}${invoice.status === "issued" ? ` · ${formatDollars(balanceCents)} open` : ""}`}
          </>
        }
        actions={
          <InvoiceActions scope={scope} home={home} invoice={{ ...invoice, clientName: client.name, balanceCents }} />
        }
      />
      <AsideLayout
        aside={
          <>
            {invoice.status === "draft" ? null : (
              <InvoicePayments
                home={home}
                invoice={invoice}
                paidCents={paidCents}
                balanceCents={balanceCents}
                applied={applied}
              />
            )}
            <BehindInvoice home={home} client={client} project={projectOf(record)} entries={entries} time={time} />
            <Timeline facts={facts} timeZone={scope.company.timeZone} />
          </>
        }
      >
        {invoice.status === "draft" ? null : (
          <InvoiceLock
            invoice={invoice}
            issuedBy={record.issuedByName}
            paidCents={paidCents}
            balanceCents={balanceCents}
            timeZone={scope.company.timeZone}
          />
        )}
        <InvoicePaper companyName={scope.company.name} record={record} />
        {invoice.status === "issued" && scope.can("invoices.void") ? (
          <VoidInvoice
            companyId={scope.company.id}
            invoice={{ ...invoice, number: invoice.number ?? "" }}
            paidCents={paidCents}
            today={scope.today}
          />
        ) : null}
      </AsideLayout>
    </>
  );
}

/** The single payments are for whom payments are; everybody else sees what they sum to. */
async function appliedTo(params: Promise<{ company: string }>, invoiceId: InvoiceId) {
  return listAllocations(await enter(params, "payments.read"), invoiceId);
}

async function entriesOf(params: Promise<{ company: string }>, invoiceId: InvoiceId) {
  const scope = await enter(params, "accounting.read");
  return listEntriesOfSource(scope, { sourceTypes: ["invoice", "invoice_void"], sourceId: invoiceId });
}
