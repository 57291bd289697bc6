import type { Metadata } from "next";
import { EntriesSaid } from "@/components/accounting/entries-said";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { getBill } from "@/lib/expenses/bill-queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { entriesOf } from "../../entries-of";
import { voidBillAction } from "../actions";
import { VoidForm } from "../void-form";
import { BillActions } from "./bill-actions";
import { lineColumns, lineRow, paidColumns, paidRow, termsOf } from "./bill-parts";

export const metadata: Metadata = { title: "Bill" };

const unposted: Partial<Record<string, string>> = { draft: "A draft is not in the books until it is posted." };

export default async function BillPage({ params }: PageProps<"/c/[company]/bills/[billId]">) {
  const scope = await enter(params, "bills.read");
  const billId = idOf("bill", (await params).billId);
  const [record, facts, entries] = await Promise.all([
    orNotFound(getBill(scope, billId)),
    listTimeline(scope, { subjectId: billId }),
    entriesOf(params, { sourceTypes: ["bill", "bill_void"], sourceId: billId }),
  ]);
  const { bill, vendorName, lines, paid, standing, balanceCents } = record;
  const home = `/c/${scope.company.slug}`;
  const last = paid.reduce((day, row) => (row.allocatedOn > day ? row.allocatedOn : day), bill.billedOn);
  return (
    <>
      <PageHeader
        title={bill.number ?? "Draft bill"}
        breadcrumbs={[{ label: "Bills", href: `${home}/bills` }]}
        status={<Status of="bill" status={standing} />}
        description={<bdi>{`${vendorName} · ${formatDollars(bill.totalCents)}`}</bdi>}
        actions={
          scope.can("bills.write") ? (
            <BillActions
              home={home}
              companyId={scope.company.id}
              bill={bill}
              vendor={vendorName}
              openCents={balanceCents}
            />
          ) : null
        }
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        {bill.voidedOn ? (
          <Banner
            kind="lock"
            title={`Void since ${formatDay(bill.voidedOn)}`}
          >{`${bill.voidReason}. Its entry is reversed.`}</Banner>
        ) : null}
        <Card title="Bill" footer={<EntriesSaid home={home} entries={entries} none={unposted[bill.status] ?? ""} />}>
          <DescriptionList items={termsOf(home, record)} />
        </Card>
        <Card title="Lines" flush>
          <DataTable bare caption="Lines of the bill" columns={lineColumns} rows={lines.map(lineRow)} rowKey="id" />
        </Card>
        {paid.length > 0 ? (
          <Card title="Paid" flush>
            <DataTable
              bare
              caption="Payments of the bill"
              columns={paidColumns}
              rows={paid.map((row) => paidRow(home, row))}
              rowKey="id"
            />
          </Card>
        ) : null}
        {bill.status === "posted" && record.paidCents === 0 && scope.can("bills.write") ? (
          <VoidForm
            action={voidBillAction}
            companyId={scope.company.id}
            what="bill"
            name="billId"
            id={bill.id}
            amountCents={bill.totalCents}
            why="For a bill entered by mistake or taken back by the vendor. It stays on record as void, with its number."
            effect="Posts the reverse on the day that you choose. This can't be undone."
            from={last}
            today={scope.today}
          />
        ) : null}
        {bill.status === "posted" && record.paidCents !== 0 && scope.can("bills.write") ? (
          <Banner kind="lock" title="This bill can't be voided while payments of it stand">
            {`${formatDollars(record.paidCents)} of it is paid. To void it, void those payments first: each leads there above.`}
          </Banner>
        ) : null}
      </AsideLayout>
    </>
  );
}
