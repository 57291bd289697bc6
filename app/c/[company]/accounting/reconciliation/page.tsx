import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { listRequest } from "@/lib/kernel/listing";
import {
  listLast90Days,
  listPaymentsWithoutInvoice,
  reconciliationFilters,
  reconciliationSorts,
} from "@/lib/reconciliation/last-90-days";
import { WithoutInvoice } from "./without-invoice";

export const metadata: Metadata = { title: "Reconciliation" };

const columns: Column[] = [
  { key: "number", label: "Invoice", kind: "link", hrefKey: "href" },
  { key: "issuedOn", label: "Issued", kind: "date", sortKey: "issued" },
  { key: "client", label: "Client", kind: "text" },
  { key: "state", label: "Status", kind: "badge" },
  { key: "total", label: "Total, USD", kind: "money" },
  { key: "paid", label: "Paid", kind: "money" },
  { key: "credited", label: "Credit and deposits", kind: "money" },
  { key: "writtenOff", label: "Written off", kind: "money", hideOnPhone: true },
  { key: "booked", label: "Open", kind: "money", phone: "figure" },
];

const states = [
  { value: "differs", label: "Documents and books differ" },
  { value: "overpaid", label: "Overpaid" },
  { value: "credit_over", label: "Over-credited" },
  { value: "matched", label: "Matched" },
  { value: "partial", label: "Partly settled" },
  { value: "unpaid", label: "Unpaid" },
];

/** The last 90 days: each invoice beside the money that came for it and what the books have of it. Looks only. */
export default async function ReconciliationPage({
  params,
  searchParams,
}: PageProps<"/c/[company]/accounting/reconciliation">) {
  const scope = await enter(params, "books.verify");
  const query = await searchParams;
  const request = listRequest(query, {
    ...{ sorts: reconciliationSorts, defaultSort: "-issued", filters: reconciliationFilters },
  });
  const [listed, loose] = await Promise.all([listLast90Days(scope, request), listPaymentsWithoutInvoice(scope)]);
  const home = `/c/${scope.company.slug}`;
  const { state = "" } = request.filters;
  const chosen = states.find((one) => one.value === state);
  return (
    <>
      <PageHeader
        title="Reconciliation"
        description="Invoices of the last 90 days, what was paid and credited on each, and what the books show as open."
        actions={
          <LinkButton href={`${home}/accounting/drift`} icon="shield-check">
            Findings and repairs
          </LinkButton>
        }
      />
      <div className="space-y-8">
        <Listing
          what="invoices"
          action={`${home}/accounting/reconciliation`}
          params={query}
          sort={`${request.descending ? "-" : ""}${request.sort}`}
          filters={[{ kind: "select", name: "state", label: "Status", value: state, any: "Any", options: states }]}
          active={{ state: chosen ? `Status: ${chosen.label}` : null }}
          columns={columns}
          rows={listed.rows.map((row) => ({
            id: row.id,
            number: row.number,
            href: `${home}/invoices/${row.id}/reconcile`,
            issuedOn: row.issuedOn,
            client: row.clientName,
            total: row.totalCents,
            paid: row.paid,
            credited: row.credited,
            writtenOff: row.writtenOff,
            booked: row.booked,
            ...statusCells("state", "reconciliation", row.state),
          }))}
          listed={listed}
          first={
            <EmptyFirst
              icon="scale"
              title="Nothing was invoiced in the last 90 days"
              why="As soon as an invoice is issued, it is listed here beside the money that comes in for it."
            />
          }
        />
        <WithoutInvoice home={home} payments={loose} />
      </div>
    </>
  );
}
