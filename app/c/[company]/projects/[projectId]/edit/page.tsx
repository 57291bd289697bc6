import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { DescriptionList } from "@/components/ui/description-list";
import { listMembers } from "@/lib/companies/queries";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getProject } from "@/lib/projects/queries";
import { updateProjectAction } from "../../actions";
import { ProjectForm } from "../../project-form";

export const metadata: Metadata = { title: "Edit project" };

export default async function EditProjectPage({ params }: PageProps<"/c/[company]/projects/[projectId]/edit">) {
  const scope = await enter(params, "projects.write", "projects.read", "members.read");
  const [project, members] = await Promise.all([
    orNotFound(getProject(scope, idOf("project", (await params).projectId))),
    listMembers(scope),
  ]);
  const base = `/c/${scope.company.slug}/projects`;
  return (
    <>
      <PageHeader
        title={`Edit ${project.label}`}
        breadcrumbs={[
          { label: "Projects", href: base },
          { label: project.label, href: `${base}/${project.id}` },
        ]}
      />
      <ProjectForm
        key={project.revision}
        action={updateProjectAction}
        companyId={scope.company.id}
        project={project}
        members={members}
        client={<DescriptionList items={[{ term: "Client", value: project.clientName }]} />}
        cancelHref={`${base}/${project.id}`}
      />
    </>
  );
}
