import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getTemplate } from "@/lib/invoicing/template-queries";
import { updateTemplateAction } from "../actions";
import { TemplateForm } from "../template-form";

export const metadata: Metadata = { title: "Template" };

export default async function TemplatePage({
  params,
}: PageProps<"/c/[company]/settings/documents/templates/[templateId]">) {
  const scope = await enter(params, "templates.write", "templates.read");
  const template = await orNotFound(getTemplate(scope, idOf("documentTemplate", (await params).templateId)));
  const base = `/c/${scope.company.slug}/settings/documents/templates`;
  return (
    <>
      <PageHeader
        title={template.name}
        breadcrumbs={[{ label: "Templates", href: base }]}
        description="A change holds for documents that are made from now on. Those that exist keep their words."
      />
      <TemplateForm
        key={template.revision}
        action={updateTemplateAction}
        companyId={scope.company.id}
        template={template}
        cancelHref={base}
      />
    </>
  );
}
