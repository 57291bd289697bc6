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
import { listEntriesOfSource } from "@/lib/ledger/queries";
import { getPayment } from "@/lib/payments/queries";
import { PaymentFacts } from "./payment-facts";
import { Placement } from "./placement";
import { VoidForm } from "./void-form";

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: PageProps<"/c/[company]/payments/[paymentId]">) {
  const scope = await enter(params, "payments.read", "accounting.read");
  const paymentId = idOf("payment", (await params).paymentId);
  const [record, facts, entries] = await Promise.all([
    orNotFound(getPayment(scope, paymentId)),
    listTimeline(scope, { subjectId: paymentId }),
    listEntriesOfSource(scope, { sourceTypes: ["payment", "payment_void"], sourceId: paymentId }),
  ]);
  const { payment, clientName } = record;
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title={payment.number}
        breadcrumbs={[{ label: "Payments", href: `${home}/payments` }]}
        status={<Status of="payment" status={payment.status} />}
        description={
          <>
            {`${formatDollars(payment.amountCents)} from `}
            <bdi>{clientName}</bdi>
            {` on ${formatDay(payment.receivedOn)}`}
          </>
        }
        actions={
          record.placed[0] ? (
            <LinkButton href={`${home}/invoices/${record.placed[0].invoiceId}`} icon="receipt-text">
              {record.placed[0].invoiceNumber ?? "Invoice"}
            </LinkButton>
          ) : null
        }
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        {payment.voidedOn ? (
          <Banner kind="lock" title={`Void since ${formatDay(payment.voidedOn)}`}>
            {payment.voidReason}. The entry is reversed, and what it had paid is open again.
          </Banner>
        ) : null}
        <PaymentFacts home={home} timeZone={scope.company.timeZone} record={record} />
        <Placement home={home} record={record} entries={entries} />
        {payment.status === "received" && scope.can("payments.write") ? (
          <VoidForm companyId={scope.company.id} record={record} today={scope.today} />
        ) : null}
      </AsideLayout>
    </>
  );
}
