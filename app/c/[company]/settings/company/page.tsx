import type { Metadata } from "next";
import { SavedNote } from "@/components/form/saved-note";
import { PageHeader } from "@/components/layout/page-header";
import { getCompany } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { CompanyForm } from "./company-form";

export const metadata: Metadata = { title: "Company settings" };

export default async function CompanyPage({ params, searchParams }: PageProps<"/c/[company]/settings/company">) {
  const scope = await enter(params, "company.write", "company.read");
  const company = await getCompany(scope);
  const { saved } = await searchParams;
  return (
    <>
      <PageHeader title="Company settings" description="What holds for everybody here and for every new invoice." />
      <div className="space-y-5">
        {saved ? <SavedNote key={String(saved)} /> : null}
        <CompanyForm key={company.revision} companyId={scope.company.id} company={company} />
      </div>
    </>
  );
}
