import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import { listClientChoices } from "@/lib/clients/queries";
import { enter } from "@/lib/doors/page";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { creditNoteFilters, creditNoteSorts, listCreditNotes } from "@/lib/payments/credit-note-queries";

export const metadata: Metadata = { title: "Credit notes" };

const columns: Column[] = [
  { key: "number", label: "Credit note", kind: "link", hrefKey: "href" },
  { key: "invoice", label: "Invoice", kind: "text" },
  { key: "client", label: "Client", kind: "text" },
  { key: "notedOn", label: "Date", kind: "date", sortKey: "noted" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "total", label: "Total", kind: "money", phone: "figure" },
];

const statuses = [
  { value: "draft", label: "Draft" },
  { value: "posted", label: "Posted" },
  { value: "void", label: "Void" },
];

export default async function CreditNotesPage({ params, searchParams }: PageProps<"/c/[company]/credit-notes">) {
  const scope = await enter(params, "credit_notes.read", "clients.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: creditNoteSorts, defaultSort: "-noted", filters: creditNoteFilters });
  const [listed, clients] = await Promise.all([listCreditNotes(scope, request), listClientChoices(scope)]);
  const home = `/c/${scope.company.slug}`;
  const base = `${home}/credit-notes`;
  const { status = "", client = "", from = "", to = "" } = request.filters;
  const options = clients.map(({ id, name }) => ({ value: id as string, label: name }));
  const named = listed.rows.find((row) => row.clientId === client);
  if (named && !options.some(({ value }) => value === client)) options.push({ value: client, label: named.clientName });
  return (
    <>
      <PageHeader
        title="Credit notes"
        description="Each takes back a part of an invoice, or all of it."
        actions={
          scope.can("credit_notes.write") ? (
            <LinkButton href={`${base}/new`} variant="primary" icon="plus">
              New credit note
            </LinkButton>
          ) : null
        }
      />
      <Listing
        what="credit notes"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search number, invoice, client or amount", value: request.search }}
        filters={[
          { kind: "select", name: "status", label: "Status", value: status, any: "Any", options: statuses },
          { kind: "select", name: "client", label: "Client", value: client, any: "Any", options },
          { kind: "range", label: "Date", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={{
          status: chip("Status", statuses, status),
          client: chip("Client", options, client),
          from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
          to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
        }}
        columns={columns}
        rows={listed.rows.map((note) => ({
          id: note.id,
          number: note.number ?? "Draft",
          href: `${base}/${note.id}`,
          invoice: note.invoiceNumber ?? "",
          client: note.clientName,
          notedOn: note.notedOn,
          total: note.totalCents,
          ...statusCells("status", "credit_note", note.status),
        }))}
        listed={listed}
        totals={{
          total: listed.rows.reduce((sum, row) => sum + (row.status === "posted" ? row.totalCents : 0), 0),
        }}
        totalLabel="Posted, on this page"
        first={
          <EmptyFirst
            icon="file-minus"
            title="No credit notes yet"
            why="An issued invoice stays as it is. To take back a part of it, open the invoice and make a credit note for it."
            action={<LinkButton href={`${home}/invoices?status=issued`}>Choose an invoice</LinkButton>}
          />
        }
      />
    </>
  );
}

function chip(name: string, options: { value: string; label: string }[], value: string): string | null {
  const option = options.find((one) => one.value === value);
  return option ? `${name}: ${option.label}` : null;
}
