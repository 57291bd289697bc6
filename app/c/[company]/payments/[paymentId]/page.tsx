import type { Metadata } from "next";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { getPayment } from "@/lib/payments/queries";
import { GiveBack } from "./give-back";
import { entriesOfPayment } from "./payment-entries";
import { PaymentFacts, type PaymentRecord } from "./payment-facts";
import { Placement } from "./placement";
import { PlannedActions } from "./planned-actions";
import { Refunds } from "./refunds";

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: PageProps<"/c/[company]/payments/[paymentId]">) {
  const scope = await enter(params, "payments.read");
  const paymentId = idOf("payment", (await params).paymentId);
  const record = await orNotFound(getPayment(scope, paymentId));
  const { payment, clientName, refunds } = record;
  const [facts, entries] = await Promise.all([
    listTimeline(scope, { subjectIds: [paymentId, ...refunds.map(({ id }) => id)] }),
    entriesOfPayment(params, record),
  ]);
  const home = `/c/${scope.company.slug}`;
  const mayWrite = scope.can("payments.write");
  const isPending = payment.status === "pending";
  return (
    <>
      <PageHeader
        title={payment.number ?? "Expected payment"}
        breadcrumbs={[{ label: "Payments", href: `${home}/payments` }]}
        status={<Status of="payment" status={record.standing} />}
        description={
          <>
            {`${formatDollars(payment.amountCents)} ${isPending ? "expected " : ""}from `}
            <bdi>{clientName}</bdi>
            {` on ${formatDay(payment.receivedOn)}`}
          </>
        }
        actions={
          isPending && mayWrite ? (
            <PlannedActions home={home} companyId={scope.company.id} payment={payment} />
          ) : (
            <OnlyInvoice home={home} placed={record.placed} />
          )
        }
      />
      <AsideLayout aside={<Timeline facts={facts.filter(isOwn)} timeZone={scope.company.timeZone} />}>
        {payment.voidedOn ? (
          <Banner kind="lock" title={`Void since ${formatDay(payment.voidedOn)}`}>
            {payment.voidReason}. The entry is reversed, and what it had paid is open again.
          </Banner>
        ) : null}
        {isPending ? (
          <Banner kind="info" title="Not here yet">
            This money is expected. Nothing of it is in the books, and no invoice is paid by it, until it came in.
          </Banner>
        ) : null}
        <PaymentFacts home={home} timeZone={scope.company.timeZone} record={record} />
        {isPending ? null : <Placement home={home} record={record} entries={entries} />}
        {refunds.length > 0 ? (
          <Refunds home={home} companyId={scope.company.id} record={record} today={scope.today} mayUndo={mayWrite} />
        ) : null}
        {payment.status === "received" && mayWrite ? <GiveBack params={params} record={record} /> : null}
      </AsideLayout>
    </>
  );
}

/** Of several the table below has each. */
function OnlyInvoice({ home, placed }: { home: string; placed: PaymentRecord["placed"] }) {
  const [first] = placed;
  if (!first || placed.some(({ invoiceId }) => invoiceId !== first.invoiceId)) return null;
  return (
    <LinkButton href={`${home}/invoices/${first.invoiceId}`} icon="receipt-text">
      {first.invoiceNumber ?? "Invoice"}
    </LinkButton>
  );
}

/** What is told on the invoices that it went to stands in the table here. */
function isOwn({ type }: { type: string }): boolean {
  return type !== "payment.applied";
}
