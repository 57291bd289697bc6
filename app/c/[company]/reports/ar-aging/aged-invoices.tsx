import { Money } from "@/components/display/money";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { Pagination } from "@/components/ui/pagination";
import { hrefWith, type SearchParams } from "@/lib/kernel/listing";
import type { listAgedInvoices } from "@/lib/reports/aged-invoices";

type CellOfInvoices = Awaited<ReturnType<typeof listAgedInvoices>>;

const columns: Column[] = [
  { key: "number", label: "Invoice", kind: "link", hrefKey: "href" },
  { key: "client", label: "Client", kind: "text" },
  { key: "dueOn", label: "Due", kind: "date" },
  { key: "late", label: "Days late", kind: "number" },
  { key: "total", label: "Total", kind: "money", phone: "line" },
  { key: "open", label: "Open", kind: "money", phone: "figure" },
];

/** The invoices that one figure of the aging is the sum of. */
export function AgedInvoices(props: {
  home: string;
  query: SearchParams;
  cell: CellOfInvoices;
  what: string;
  backHref: string;
}) {
  const { home, query, cell, what, backHref } = props;
  const { rows, next, previous } = cell;
  return (
    <Card
      title={what}
      description={
        <>
          {`${cell.count} open ${cell.count === 1 ? "invoice" : "invoices"}, together `}
          <Money cents={cell.sumCents} currency accounting />
        </>
      }
      actions={
        <LinkButton href={backHref} size="sm" icon="x">
          Close
        </LinkButton>
      }
      flush
    >
      <DataTable
        bare
        caption="Open invoices"
        columns={columns}
        rowKey="id"
        rows={rows.map((row) => ({
          id: row.id,
          number: row.number,
          href: `${home}/invoices/${row.id}`,
          client: row.clientName,
          dueOn: row.dueOn,
          late: row.daysLate,
          total: row.totalCents,
          open: row.openCents,
        }))}
      />
      {next || previous ? (
        <div className="p-4">
          <Pagination
            text={`${rows.length} of ${cell.count}`}
            nextHref={next && hrefWith(query, { after: next })}
            previousHref={previous && hrefWith(query, { before: previous })}
          />
        </div>
      ) : null}
    </Card>
  );
}
