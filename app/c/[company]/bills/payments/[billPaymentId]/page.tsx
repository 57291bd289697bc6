import type { Metadata } from "next";
import { EntriesSaid } from "@/components/accounting/entries-said";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { getBillPayment } from "@/lib/expenses/bill-queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { entriesOf } from "../../../entries-of";
import { voidBillPaymentAction } from "../../actions";
import { VoidForm } from "../../void-form";

export const metadata: Metadata = { title: "Bill payment" };

const columns: Column[] = [
  { key: "number", label: "Bill", kind: "link", hrefKey: "href" },
  { key: "day", label: "Date", kind: "date" },
  { key: "amount", label: "Amount, USD", kind: "money", phone: "figure" },
];

export default async function BillPaymentPage({ params }: PageProps<"/c/[company]/bills/payments/[billPaymentId]">) {
  const scope = await enter(params, "bills.read");
  const id = idOf("billPayment", (await params).billPaymentId);
  const [{ payment, vendorName, account, placed }, facts, entries] = await Promise.all([
    orNotFound(getBillPayment(scope, id)),
    listTimeline(scope, { subjectId: id }),
    entriesOf(params, { sourceTypes: ["bill_payment", "bill_payment_void"], sourceId: id }),
  ]);
  const home = `/c/${scope.company.slug}`;
  const rows = placed.map((row) => ({
    id: row.id,
    number: row.number ?? "",
    href: `${home}/bills/${row.billId}`,
    day: row.allocatedOn,
    amount: row.amountCents,
  }));
  return (
    <>
      <PageHeader
        title={`Payment of ${formatDollars(payment.amountCents)}`}
        breadcrumbs={[{ label: "Bills", href: `${home}/bills` }]}
        status={<Status of="billPayment" status={payment.status} />}
        description={<bdi>{`${vendorName} on ${formatDay(payment.paidOn)}`}</bdi>}
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        {payment.voidedOn ? (
          <Banner kind="lock" title={`Void since ${formatDay(payment.voidedOn)}`}>
            {`${payment.voidReason}. Its entry is reversed, and the bills are owed again.`}
          </Banner>
        ) : null}
        <Card title="Payment" footer={<EntriesSaid home={home} entries={entries} none="" />}>
          <DescriptionList
            items={[
              { term: "Amount", value: <Money cents={payment.amountCents} currency />, numeric: true },
              { term: "Vendor", value: <TextLink href={`${home}/vendors/${payment.vendorId}`}>{vendorName}</TextLink> },
              { term: "Paid", value: <Day value={payment.paidOn} /> },
              { term: "Paid from", value: account },
              { term: "Reference", value: payment.reference || "–" },
            ]}
          />
        </Card>
        <Card title="Bills paid" flush>
          <DataTable bare caption="Bills of the payment" columns={columns} rows={rows} rowKey="id" />
        </Card>
        {payment.status === "paid" && scope.can("bills.write") ? (
          <VoidForm
            action={voidBillPaymentAction}
            companyId={scope.company.id}
            what="payment"
            name="billPaymentId"
            id={payment.id}
            amountCents={payment.amountCents}
            why="For a check that was never cashed or a payment recorded by mistake. It stays on record as void."
            effect="Posts the reverse on the day that you choose; the bills are owed again. This can't be undone."
            from={payment.paidOn}
            today={scope.today}
          />
        ) : null}
      </AsideLayout>
    </>
  );
}
