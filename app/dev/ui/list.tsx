import { statusCells } from "@/components/display/status-words";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import type { Column, Row } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { EmptyFiltered, EmptyFirst, EmptyForbidden } from "@/components/ui/empty-state";
import { clearedHref, filterChips, sortHrefs } from "@/components/ui/list-href";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { Pagination } from "@/components/ui/pagination";
import { TableSkeleton } from "@/components/ui/skeleton";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { BulkForm } from "./forms";

const columns: Column[] = [
  { key: "number", label: "Number", kind: "link", hrefKey: "href", sortKey: "number" },
  { key: "client", label: "Client", kind: "text", subKey: "project", sortKey: "client" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "issued", label: "Issued", kind: "date", sortKey: "issued", hideOnPhone: true },
  { key: "due", label: "Due", kind: "date", sortKey: "due" },
  { key: "minutes", label: "Time", kind: "minutes", hideOnPhone: true },
  { key: "total", label: "Total, USD", kind: "money", sortKey: "total", phone: "line" },
  { key: "balance", label: "Balance, USD", kind: "money", sortKey: "balance" },
];

const clients = [
  "Alder & Pike Architects",
  "Bluegrass Veterinary Group",
  "Cobalt Ridge Energy Partners of Colorado LLC",
  "Dorsey Fine Printing",
];
const statuses = ["overdue", "issued", "partly_paid", "paid", "draft", "void"];

const rows: Row[] = Array.from({ length: 14 }, (_, index) => {
  const status = statuses[index % statuses.length] ?? "draft";
  const total = ((index * 73_417) % 900_000) + 12_500;
  return {
    id: `inv_${index}`,
    number: `INV-10${52 - index}`,
    href: `/dev/ui?view=record&invoice=${index}`,
    client: clients[index % clients.length] ?? null,
    project: index % 3 === 0 ? "Website relaunch" : null,
    ...statusCells("status", "invoice", status, status === "overdue" ? "12 days overdue" : undefined),
    issued: status === "draft" ? null : `2026-10-${String(28 - index).padStart(2, "0")}`,
    due: `2026-11-${String(28 - index).padStart(2, "0")}`,
    minutes: index * 95,
    total,
    balance: status === "paid" ? 0 : status === "void" ? -total : total,
  };
});

export function ListView({ params, empty }: { params: SearchParams; empty?: boolean }) {
  const sort = one(params.sort) || "-due";
  const chips = filterChips(params, {
    status: one(params.status) ? `Status: ${one(params.status)}` : null,
    q: one(params.q) ? `“${one(params.q)}”` : null,
  });
  return (
    <div className="space-y-4">
      <ListToolbar
        action="/dev/ui"
        keep={{ view: "list", sort }}
        search={{ label: "Search invoices", value: one(params.q), placeholder: "Number, client, amount" }}
        filters={[
          {
            kind: "select",
            name: "status",
            label: "Status",
            value: one(params.status),
            any: "Any status",
            options: statuses.map((status) => ({ value: status, label: status })),
          },
          {
            kind: "range",
            label: "Due",
            from: { name: "dueFrom", value: one(params.dueFrom) },
            to: { name: "dueTo", value: one(params.dueTo) },
          },
        ]}
        chips={chips}
        clearHref={clearedHref(params)}
        count="480 invoices"
        sort={{
          value: sort,
          options: [
            { value: "-due", label: "Due, latest first" },
            { value: "due", label: "Due, earliest first" },
          ],
        }}
      />
      {empty ? <Empties /> : <FilledList params={params} sort={sort} />}
    </div>
  );
}

function FilledList({ params, sort }: { params: SearchParams; sort: string }) {
  return (
    <>
      <BulkForm>
        <DataTable
          caption="Invoices"
          columns={columns}
          rows={rows}
          rowKey="id"
          sort={sort}
          sortHrefs={sortHrefs(params, sort, ["number", "client", "issued", "due", "total", "balance"])}
          totals={{ total: 4_812_550, balance: -231_005 }}
          selectable={{ name: "invoiceIds[]" }}
          bulkActions={
            <Submit size="sm" variant="secondary" pendingText="Exporting…">
              Export
            </Submit>
          }
        />
      </BulkForm>
      <Pagination text="1–14 of about 480" nextHref="/dev/ui?view=list&after=x" previousHref="/dev/ui?view=list" />
    </>
  );
}

function Empties() {
  return (
    <div className="space-y-4">
      <EmptyFirst
        icon="receipt-text"
        title="No invoices yet"
        why="An invoice asks a client to pay. Issue one and it is numbered, booked and ready to send."
        action={
          <LinkButton href="/dev/ui" variant="primary" icon="plus">
            New invoice
          </LinkButton>
        }
      />
      <EmptyFiltered
        what="invoices"
        filters={["status overdue", "client Alder & Pike"]}
        clearHref="/dev/ui?view=list"
      />
      <EmptyForbidden
        title="Accounting is not open to your role"
        why="An owner can make you a manager under Settings, Members."
      />
      <TableSkeleton rows={4} />
    </div>
  );
}
