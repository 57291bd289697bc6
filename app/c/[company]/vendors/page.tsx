import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listOwed } from "@/lib/expenses/bill-queries";
import { listVendors, vendorFilters, vendorSorts } from "@/lib/expenses/vendor-queries";
import { listRequest } from "@/lib/kernel/listing";

export const metadata: Metadata = { title: "Vendors" };

const columns: Column[] = [
  { key: "name", label: "Vendor", kind: "link", hrefKey: "href", sortKey: "name" },
  { key: "email", label: "E-mail", kind: "text" },
  { key: "phone", label: "Phone", kind: "text" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "owed", label: "Owed", kind: "money" },
];

export default async function VendorsPage({ params, searchParams }: PageProps<"/c/[company]/vendors">) {
  const scope = await enter(params, "vendors.read", "bills.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: vendorSorts, defaultSort: "name", filters: vendorFilters });
  const [listed, owed] = await Promise.all([listVendors(scope, request), listOwed(scope)]);
  const owedTo = new Map(owed.map(({ vendorId, openCents }) => [vendorId, openCents]));
  const base = `/c/${scope.company.slug}/vendors`;
  const add = scope.can("vendors.write") ? (
    <LinkButton href={`${base}/new`} variant="primary" icon="plus">
      New vendor
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title="Vendors" actions={add} />
      <Listing
        what="vendors"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search vendors", value: request.search }}
        filters={[
          {
            kind: "select",
            name: "status",
            label: "Status",
            value: request.filters.status ?? "",
            any: "Active",
            options: [
              { value: "archived", label: "Archived" },
              { value: "all", label: "All" },
            ],
          },
        ]}
        active={{ status: request.filters.status ? `Status: ${request.filters.status}` : null }}
        columns={columns}
        rows={listed.rows.map((vendor) => ({
          id: vendor.id,
          name: vendor.name,
          href: `${base}/${vendor.id}`,
          email: vendor.email,
          phone: vendor.phone,
          owed: owedTo.get(vendor.id) ?? 0,
          ...statusCells("status", "client", vendor.isActive ? "active" : "archived"),
        }))}
        listed={listed}
        first={
          <EmptyFirst
            icon="store"
            title="No vendors yet"
            why="Vendors are whom you buy from and whose bills you pay."
            action={add}
          />
        }
      />
    </>
  );
}
