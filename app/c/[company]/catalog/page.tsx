import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import type { ListFilter } from "@/components/ui/list-toolbar";
import { itemFilters, itemSorts, listItems } from "@/lib/catalog/queries";
import { enter } from "@/lib/doors/page";
import { listRequest } from "@/lib/kernel/listing";

export const metadata: Metadata = { title: "Services and products" };

const columns: Column[] = [
  { key: "name", label: "Name", kind: "link", hrefKey: "href", subKey: "description", sortKey: "name" },
  { key: "kind", label: "Kind", kind: "text" },
  { key: "tax", label: "Sales tax", kind: "text" },
  { key: "status", label: "Status", kind: "badge" },
];
const priceColumn: Column = { key: "price", label: "Price, USD", kind: "money", sortKey: "price" };

/** What is sold. What it costs is for those who keep the catalog, as rates are. */
export default async function CatalogPage({ params, searchParams }: PageProps<"/c/[company]/catalog">) {
  const scope = await enter(params, "catalog.read");
  const query = await searchParams;
  const mayWrite = scope.can("catalog.write");
  const sorts = itemSorts.filter((sort) => mayWrite || sort !== "price");
  const request = listRequest(query, { sorts, defaultSort: "name", filters: itemFilters });
  const listed = await listItems(scope, request);
  const base = `/c/${scope.company.slug}/catalog`;
  const { kind, status } = request.filters;
  const add = mayWrite ? (
    <LinkButton href={`${base}/new`} variant="primary" icon="plus">
      New item
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title="Services and products" actions={add} />
      <Listing
        what="items"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search items", value: request.search }}
        filters={filters(kind, status)}
        active={{ kind: kind ? `Kind: ${kind}` : null, status: status ? `Status: ${status}` : null }}
        columns={mayWrite ? [...columns, priceColumn] : columns}
        rows={listed.rows.map((item) => ({
          id: item.id,
          name: item.name,
          href: mayWrite ? `${base}/${item.id}` : null,
          description: item.description.slice(0, 160),
          kind: item.kind === "service" ? "Service" : "Product",
          tax: item.isTaxable ? "Applies" : "Does not apply",
          ...(mayWrite ? { price: item.unitPriceCents } : {}),
          ...statusCells("status", "account", item.isActive ? "active" : "inactive"),
        }))}
        listed={listed}
        first={
          <EmptyFirst
            icon="package"
            title="No services or products yet"
            why="What you sell: time is entered on services, and invoice lines are filled from both."
            action={add}
          />
        }
      />
    </>
  );
}

function filters(kind = "", status = ""): ListFilter[] {
  return [
    {
      kind: "select",
      name: "kind",
      label: "Kind",
      value: kind,
      any: "All kinds",
      options: [
        { value: "service", label: "Services" },
        { value: "product", label: "Products" },
      ],
    },
    {
      kind: "select",
      name: "status",
      label: "Status",
      value: status,
      any: "Active",
      options: [
        { value: "inactive", label: "Inactive" },
        { value: "all", label: "All" },
      ],
    },
  ];
}
