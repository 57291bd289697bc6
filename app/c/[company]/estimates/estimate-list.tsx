import { statusLook } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import type { Scope } from "@/lib/access/scope";
import { type EstimateKind, estimateStandings, kindWords } from "@/lib/invoicing/estimate";
import { estimateFilters, estimateSorts, listEstimates } from "@/lib/invoicing/estimate-queries";
import { listRequest, type SearchParams } from "@/lib/kernel/listing";
import { activeFilters } from "../invoices/invoice-filters";
import { estimateColumns, estimateRow } from "./estimate-table";

const statusOptions = estimateStandings.map((value) => ({ value, label: statusLook("estimate", value).word }));

/** The list of one kind. */
export async function EstimateList(props: { scope: Scope<"estimates.read">; kind: EstimateKind; query: SearchParams }) {
  const { scope, kind, query } = props;
  const { word, plural, path } = kindWords[kind];
  const request = listRequest(query, { sorts: estimateSorts, defaultSort: "-issued", filters: estimateFilters });
  const listed = await listEstimates(scope, kind, request);
  const home = `/c/${scope.company.slug}`;
  const { status = "", from = "", to = "" } = request.filters;
  const add = scope.can("estimates.write") ? (
    <LinkButton href={`${home}${path}/new`} variant="primary" icon="plus">
      {`New ${word.toLowerCase()}`}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={plural} actions={add} />
      <Listing
        what={plural.toLowerCase()}
        action={`${home}${path}`}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search number, client or amount", value: request.search }}
        filters={[
          { kind: "select", name: "status", label: "Status", value: status, any: "Any", options: statusOptions },
          { kind: "range", label: "Date", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={activeFilters(request.filters, listed.rows, statusOptions)}
        columns={estimateColumns(kind)}
        rows={listed.rows.map((row) => estimateRow(home, row))}
        listed={listed}
        totals={{ total: listed.rows.reduce((sum, row) => sum + row.totalCents, 0) }}
        first={
          <EmptyFirst
            icon="file-text"
            title={`No ${plural.toLowerCase()} yet`}
            why={`What you offer before the work begins. Once the client accepts, it becomes an invoice.`}
            action={add}
          />
        }
      />
    </>
  );
}
