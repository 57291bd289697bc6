import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { createItemAction } from "../actions";
import { ItemForm } from "../item-form";

export const metadata: Metadata = { title: "New item" };

export default async function NewItemPage({ params }: PageProps<"/c/[company]/catalog/new">) {
  const scope = await enter(params, "catalog.write");
  const base = `/c/${scope.company.slug}/catalog`;
  return (
    <>
      <PageHeader title="New item" breadcrumbs={[{ label: "Services and products", href: base }]} />
      <ItemForm action={createItemAction} companyId={scope.company.id} cancelHref={base} />
    </>
  );
}
