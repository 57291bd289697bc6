import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { createTemplateAction } from "../actions";
import { TemplateForm } from "../template-form";

export const metadata: Metadata = { title: "New template" };

export default async function NewTemplatePage({ params }: PageProps<"/c/[company]/settings/documents/templates/new">) {
  const scope = await enter(params, "templates.write");
  const base = `/c/${scope.company.slug}/settings/documents/templates`;
  return (
    <>
      <PageHeader title="New template" breadcrumbs={[{ label: "Templates", href: base }]} />
      <TemplateForm action={createTemplateAction} companyId={scope.company.id} cancelHref={base} />
    </>
  );
}
