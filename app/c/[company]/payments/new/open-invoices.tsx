import { Listing } from "@/components/layout/listing";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import type { Scope } from "@/lib/access/scope";
import { invoiceFilters, invoiceSorts, listInvoices } from "@/lib/invoicing/queries";
import { listRequest, type SearchParams } from "@/lib/kernel/listing";
import { invoiceColumns, invoiceRow } from "../../invoices/invoice-table";

/** What is still to be collected, the earliest due first; a row leads to its payment. */
export async function OpenInvoices(props: { scope: Scope<"invoices.read">; home: string; query: SearchParams }) {
  const { scope, home, query } = props;
  const request = listRequest(query, { sorts: invoiceSorts, defaultSort: "due", filters: invoiceFilters });
  const listed = await listInvoices(scope, { ...request, filters: { ...request.filters, status: "open" } });
  const here = `${home}/payments/new`;
  return (
    <Listing
      what="open invoices"
      action={here}
      params={query}
      sort={`${request.descending ? "-" : ""}${request.sort}`}
      search={{ label: "Search number, client or amount", value: request.search }}
      columns={invoiceColumns}
      rows={listed.rows.map((invoice) => ({ ...invoiceRow(home, invoice), href: `${here}?invoice=${invoice.id}` }))}
      listed={listed}
      first={
        <EmptyFirst
          icon="circle-check"
          title="Nothing is open"
          why="Every issued invoice is paid. Money without an invoice becomes client credit: choose the client above."
          action={<LinkButton href={`${home}/invoices`}>Invoices</LinkButton>}
        />
      }
    />
  );
}
