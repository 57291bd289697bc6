import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { createClientAction } from "../actions";
import { ClientForm } from "../client-form";

export const metadata: Metadata = { title: "New client" };

export default async function NewClientPage({ params }: PageProps<"/c/[company]/clients/new">) {
  const scope = await enter(params, "clients.write");
  const base = `/c/${scope.company.slug}/clients`;
  return (
    <>
      <PageHeader title="New client" breadcrumbs={[{ label: "Clients", href: base }]} />
      <ClientForm action={createClientAction} companyId={scope.company.id} cancelHref={base} />
    </>
  );
}
