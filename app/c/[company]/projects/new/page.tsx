import type { Metadata } from "next";
import { ComboboxField } from "@/components/form/combobox-field";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { listClientChoices } from "@/lib/clients/queries";
import { listMembers } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { one } from "@/lib/kernel/listing";
import { createProjectAction } from "../actions";
import { ProjectForm } from "../project-form";

export const metadata: Metadata = { title: "New project" };

export default async function NewProjectPage({ params, searchParams }: PageProps<"/c/[company]/projects/new">) {
  const scope = await enter(params, "projects.write", "clients.read", "members.read");
  const [clients, members, query] = await Promise.all([listClientChoices(scope), listMembers(scope), searchParams]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader title="New project" breadcrumbs={[{ label: "Projects", href: `${home}/projects` }]} />
      {clients.length === 0 ? (
        <EmptyFirst
          icon="users"
          title="A project needs a client"
          why="Enter the client that you work for first; the project is made from there."
          action={
            <LinkButton href={`${home}/clients/new`} variant="primary" icon="plus">
              New client
            </LinkButton>
          }
        />
      ) : (
        <ProjectForm
          action={createProjectAction}
          companyId={scope.company.id}
          members={members}
          cancelHref={`${home}/projects`}
          client={
            <ComboboxField
              name="clientId"
              label="Client"
              options={clients.map((client) => ({ value: client.id, label: client.name }))}
              defaultValue={one(query.client)}
              placeholder="Choose a client"
            />
          }
        />
      )}
    </>
  );
}
