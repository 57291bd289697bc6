import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { createVendorAction } from "../actions";
import { VendorForm } from "../vendor-form";

export const metadata: Metadata = { title: "New vendor" };

export default async function NewVendorPage({ params }: PageProps<"/c/[company]/vendors/new">) {
  const scope = await enter(params, "vendors.write");
  const base = `/c/${scope.company.slug}/vendors`;
  return (
    <>
      <PageHeader title="New vendor" breadcrumbs={[{ label: "Vendors", href: base }]} />
      <VendorForm action={createVendorAction} companyId={scope.company.id} cancelHref={base} />
    </>
  );
}
