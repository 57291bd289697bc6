import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import { clientFilters, clientSorts, listClients } from "@/lib/clients/queries";
import { enter } from "@/lib/doors/page";
import { listRequest } from "@/lib/kernel/listing";

export const metadata: Metadata = { title: "Clients" };

const columns: Column[] = [
  { key: "name", label: "Client", kind: "link", hrefKey: "href", subKey: "contactName", sortKey: "name" },
  { key: "email", label: "E-mail", kind: "text" },
  { key: "phone", label: "Phone", kind: "text" },
  { key: "status", label: "Status", kind: "badge" },
];

export default async function ClientsPage({ params, searchParams }: PageProps<"/c/[company]/clients">) {
  const scope = await enter(params, "clients.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: clientSorts, defaultSort: "name", filters: clientFilters });
  const listed = await listClients(scope, request);
  const base = `/c/${scope.company.slug}/clients`;
  const add = scope.can("clients.write") ? (
    <LinkButton href={`${base}/new`} variant="primary" icon="plus">
      New client
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title="Clients" actions={add} />
      <Listing
        what="clients"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search clients", value: request.search }}
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
        rows={listed.rows.map((client) => ({
          id: client.id,
          name: client.name,
          href: `${base}/${client.id}`,
          contactName: client.contactName,
          email: client.email,
          phone: client.phone,
          ...statusCells("status", "client", client.isActive ? "active" : "archived"),
        }))}
        listed={listed}
        first={
          <EmptyFirst
            icon="users"
            title={scope.can("clients.write") ? "No clients yet" : "No clients of yours yet"}
            why={
              scope.can("clients.write")
                ? "Clients are whom you work for and send invoices to."
                : "You see the clients of the projects that you are assigned to."
            }
            action={add}
          />
        }
      />
    </>
  );
}
