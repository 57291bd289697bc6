import type { Metadata } from "next";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { getInvoice } from "@/lib/invoicing/queries";
import { daysBetween } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { listTimeOfInvoice } from "@/lib/time/billed-lines";
import { entriesOf } from "../../entries-of";
import { BehindInvoice } from "./behind-invoice";
import { CreditSuggestion } from "./credit-suggestion";
import { DepositHeld } from "./deposit-held";
import { InvoiceActions } from "./invoice-actions";
import { InvoiceLock } from "./invoice-lock";
import { depositsToCome, moneyOf } from "./invoice-money";
import { InvoicePaper } from "./invoice-paper";
import { InvoicePayments } from "./invoice-payments";
import { planOf } from "./invoice-project";
import { SettlePanel } from "./settle-panel";

export const metadata: Metadata = { title: "Invoice" };

export default async function InvoicePage({ params }: PageProps<"/c/[company]/invoices/[invoiceId]">) {
  const scope = await enter(params, "invoices.read", "time.read");
  const invoiceId = idOf("invoice", (await params).invoiceId);
  const record = await orNotFound(getInvoice(scope, invoiceId));
  const { invoice, client, standing, balanceCents, paidCents } = record;
  const isDraft = invoice.status === "draft";
  const [facts, money, deposits, entries, time] = await Promise.all([
    listTimeline(scope, { invoiceId }),
    scope.can("payments.read") && !isDraft ? moneyOf(params, invoice) : null,
    scope.can("payments.read") && isDraft ? depositsToCome(params, invoice) : [],
    entriesOf(params, { sourceTypes: ["invoice", "invoice_void"], sourceId: invoiceId }),
    listTimeOfInvoice(scope, invoiceId),
  ]);
  const home = `/c/${scope.company.slug}`;
  const title = invoice.number ?? `Draft for ${client.name}`;
  const late = standing === "overdue" ? daysBetween(invoice.dueOn, scope.today) : 0;
  const numbered = { ...invoice, number: invoice.number ?? "" };
  const mayPay = scope.can("payments.write");
  const suggests = mayPay && scope.company.creditRule !== "off" && balanceCents > 0;
  return (
    <>
      <PageHeader
        title={title}
        screenOnly={invoice.status !== "void"}
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
            {`${invoice.kind === "deposit" ? " · Deposit invoice" : ""} · ${formatDollars(invoice.totalCents)}${invoice.status === "issued" ? ` · ${formatDollars(balanceCents)} open` : ""}`}
          </>
        }
        actions={
          <InvoiceActions
            {...{ scope, home, deposits }}
            invoice={{ ...invoice, clientName: client.name, balanceCents }}
          />
        }
      />
      <AsideLayout
        aside={
          <>
            {isDraft ? null : (
              <InvoicePayments {...{ home, invoice, paidCents, balanceCents, money }} mayUndo={mayPay} />
            )}
            <BehindInvoice home={home} record={record} plan={planOf(scope, record)} entries={entries} time={time} />
            <Timeline facts={facts} timeZone={scope.company.timeZone} />
          </>
        }
      >
        <div className="space-y-6 empty:hidden print:hidden">
          {suggests && money && money.creditCents > 0 ? (
            <CreditSuggestion
              {...{ companyId: scope.company.id, today: scope.today, invoice: numbered, clientName: client.name }}
              {...{ creditCents: money.creditCents, balanceCents }}
            />
          ) : null}
          {isDraft && record.lines.length === 0 ? (
            <Banner title="Nothing to issue yet">An invoice needs at least one line. Edit the draft to add it.</Banner>
          ) : null}
          {isDraft ? null : (
            <InvoiceLock
              {...{ invoice, paidCents, balanceCents }}
              issuedBy={record.issuedByName}
              timeZone={scope.company.timeZone}
            />
          )}
          {invoice.kind === "deposit" ? <DepositHeld invoice={invoice} deposits={money?.deposits ?? []} /> : null}
        </div>
        <InvoicePaper record={record} applied={money?.applied ?? null} />
        {invoice.status === "issued" ? (
          <SettlePanel {...{ scope, home, money, paidCents, balanceCents }} invoice={numbered} />
        ) : null}
      </AsideLayout>
    </>
  );
}
