import { Listing } from "@/components/layout/listing";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import type { Scope } from "@/lib/access/scope";
import { invoiceSorts, listInvoices } from "@/lib/invoicing/queries";
import { listRequest, type SearchParams } from "@/lib/kernel/listing";
import { statusOptions } from "../../invoices/invoice-filters";
import { invoiceColumns, invoiceRow } from "../../invoices/invoice-table";

const creditable = statusOptions.filter(({ value }) => ["overdue", "partly_paid", "paid"].includes(value));

/** The invoices that can have a credit note, the open ones unless others are asked for; each leads on to its form. */
export async function ChooseInvoice(props: { scope: Scope<"invoices.read">; home: string; query: SearchParams }) {
  const { scope, home, query } = props;
  const asked = listRequest(query, { sorts: invoiceSorts, defaultSort: "-issued", filters: ["status"] });
  const chosen = creditable.find(({ value }) => value === asked.filters.status);
  const listed = await listInvoices(scope, { ...asked, filters: { status: chosen?.value ?? "open" } });
  const here = `${home}/credit-notes/new`;
  return (
    <Listing
      what="invoices"
      action={here}
      params={query}
      sort={`${asked.descending ? "-" : ""}${asked.sort}`}
      search={{ label: "Search number, client or amount", value: asked.search }}
      filters={[
        {
          kind: "select",
          name: "status",
          label: "Status",
          value: chosen?.value ?? "",
          any: "Open",
          options: creditable,
        },
      ]}
      active={{ status: chosen ? `Status: ${chosen.label}` : null }}
      columns={invoiceColumns}
      rows={listed.rows.map((invoice) => ({ ...invoiceRow(home, invoice), href: `${here}?invoice=${invoice.id}` }))}
      listed={listed}
      first={
        <EmptyFirst
          icon="receipt-text"
          title="No open invoice to credit"
          why="A credit note takes back a part of an issued invoice, or all of it."
          action={<LinkButton href={`${home}/invoices`}>All invoices</LinkButton>}
        />
      }
    />
  );
}
