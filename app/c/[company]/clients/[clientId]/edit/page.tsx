import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getClient } from "@/lib/clients/queries";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { updateClientAction } from "../../actions";
import { ClientForm } from "../../client-form";

export const metadata: Metadata = { title: "Edit client" };

export default async function EditClientPage({ params }: PageProps<"/c/[company]/clients/[clientId]/edit">) {
  const scope = await enter(params, "clients.write", "clients.read");
  const client = await orNotFound(getClient(scope, idOf("client", (await params).clientId)));
  const base = `/c/${scope.company.slug}/clients`;
  return (
    <>
      <PageHeader
        title={`Edit ${client.name}`}
        breadcrumbs={[
          { label: "Clients", href: base },
          { label: client.name, href: `${base}/${client.id}` },
        ]}
      />
      <ClientForm
        key={client.revision}
        action={updateClientAction}
        companyId={scope.company.id}
        client={client}
        cancelHref={`${base}/${client.id}`}
      />
    </>
  );
}
