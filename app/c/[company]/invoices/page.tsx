import type { Metadata } from "next";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { invoiceFilters, invoiceSorts, listInvoices } from "@/lib/invoicing/queries";
import { listRequest } from "@/lib/kernel/listing";
import { activeFilters, kindOptions, statusOptions } from "./invoice-filters";
import { invoiceColumns, invoiceRow } from "./invoice-table";

export const metadata: Metadata = { title: "Invoices" };

export default async function InvoicesPage({ params, searchParams }: PageProps<"/c/[company]/invoices">) {
  const scope = await enter(params, "invoices.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: invoiceSorts, defaultSort: "-issued", filters: invoiceFilters });
  const listed = await listInvoices(scope, request);
  const home = `/c/${scope.company.slug}`;
  const { status = "", kind = "", from = "", to = "" } = request.filters;
  const actions = scope.can("invoices.write") ? (
    <>
      <LinkButton href={`${home}/invoices/new`}>Blank invoice</LinkButton>
      <LinkButton href={`${home}/invoices/from-time`} variant="primary" icon="plus">
        Invoice time
      </LinkButton>
    </>
  ) : null;
  return (
    <>
      <PageHeader title="Invoices" actions={actions} />
      <Listing
        what="invoices"
        action={`${home}/invoices`}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search number, client or amount", value: request.search }}
        filters={[
          { kind: "select", name: "status", label: "Status", value: status, any: "Any", options: statusOptions },
          { kind: "select", name: "kind", label: "Kind", value: kind, any: "Any", options: kindOptions },
          { kind: "range", label: "Date", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={activeFilters(request.filters, listed.rows)}
        columns={invoiceColumns}
        rows={listed.rows.map((invoice) => invoiceRow(home, invoice))}
        listed={listed}
        totals={{
          total: listed.rows.reduce((sum, row) => sum + (row.standing === "void" ? 0 : row.totalCents), 0),
          balance: listed.rows.reduce((sum, row) => sum + row.balanceCents, 0),
        }}
        totalLabel="On this page, without void"
        first={
          <EmptyFirst
            icon="receipt-text"
            title="No invoices yet"
            why="Choose approved time and it becomes an invoice, or start from a blank one."
            action={actions}
          />
        }
      />
    </>
  );
}
