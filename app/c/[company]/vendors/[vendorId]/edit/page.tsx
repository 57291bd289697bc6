import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getVendor } from "@/lib/expenses/vendor-queries";
import { updateVendorAction } from "../../actions";
import { VendorForm } from "../../vendor-form";

export const metadata: Metadata = { title: "Edit vendor" };

export default async function EditVendorPage({ params }: PageProps<"/c/[company]/vendors/[vendorId]/edit">) {
  const scope = await enter(params, "vendors.write", "vendors.read");
  const vendor = await orNotFound(getVendor(scope, idOf("vendor", (await params).vendorId)));
  const base = `/c/${scope.company.slug}/vendors`;
  return (
    <>
      <PageHeader
        title={`Edit ${vendor.name}`}
        breadcrumbs={[
          { label: "Vendors", href: base },
          { label: vendor.name, href: `${base}/${vendor.id}` },
        ]}
      />
      <VendorForm
        key={vendor.revision}
        action={updateVendorAction}
        companyId={scope.company.id}
        vendor={vendor}
        cancelHref={`${base}/${vendor.id}`}
      />
    </>
  );
}
