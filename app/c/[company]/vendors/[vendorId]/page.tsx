import type { Metadata } from "next";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { Stat } from "@/components/ui/stat";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { listBills, listOwed } from "@/lib/expenses/bill-queries";
import { getVendor } from "@/lib/expenses/vendor-queries";
import { listRequest } from "@/lib/kernel/listing";
import { billColumns, billRow } from "../../bills/bill-table";
import { VendorActions } from "./vendor-actions";

export const metadata: Metadata = { title: "Vendor" };

export default async function VendorPage({ params }: PageProps<"/c/[company]/vendors/[vendorId]">) {
  const scope = await enter(params, "vendors.read", "bills.read");
  const vendorId = idOf("vendor", (await params).vendorId);
  const vendor = await orNotFound(getVendor(scope, vendorId));
  const request = listRequest({ vendor: vendorId }, { sorts: ["billed"], defaultSort: "-billed", filters: ["vendor"] });
  const [facts, bills, [owed]] = await Promise.all([
    listTimeline(scope, { subjectId: vendorId }),
    listBills(scope, request),
    listOwed(scope, vendorId),
  ]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title={vendor.name}
        breadcrumbs={[{ label: "Vendors", href: `${home}/vendors` }]}
        status={vendor.isActive ? null : <Status of="client" status="archived" />}
        actions={
          scope.can("vendors.write") ? <VendorActions home={home} companyId={scope.company.id} vendor={vendor} /> : null
        }
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Stat
            label="Owed"
            value={<Money cents={owed?.openCents ?? 0} currency />}
            href={`${home}/bills?vendor=${vendorId}&status=open`}
          />
          <Stat
            label="Overdue"
            value={<Money cents={owed?.overdueCents ?? 0} currency />}
            href={`${home}/bills?vendor=${vendorId}&status=overdue`}
          />
        </div>
        <Card title="Details">
          <DescriptionList
            items={[
              { term: "E-mail", value: vendor.email || "–" },
              { term: "Phone", value: vendor.phone || "–" },
              { term: "Address", value: <span className="whitespace-pre-line">{vendor.address || "–"}</span> },
              { term: "Internal note", value: <span className="whitespace-pre-line">{vendor.note || "–"}</span> },
            ]}
          />
        </Card>
        <Card
          title="Bills"
          flush
          actions={
            owed ? (
              <LinkButton href={`${home}/bills/pay?vendor=${vendorId}`} size="sm">
                Pay bills
              </LinkButton>
            ) : null
          }
        >
          {bills.rows.length === 0 ? (
            <p className="px-4 pb-4 text-text-muted">No bills from this vendor yet.</p>
          ) : (
            <DataTable
              bare
              caption={`Bills of ${vendor.name}`}
              columns={billColumns.filter((column) => column.key !== "vendor")}
              rows={bills.rows.slice(0, 10).map((row) => billRow(home, row))}
              rowKey="id"
            />
          )}
        </Card>
      </AsideLayout>
    </>
  );
}
