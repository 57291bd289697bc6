import type { Metadata } from "next";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { sumProjectExpenses } from "@/lib/expenses/queries";
import type { ProjectId } from "@/lib/kernel/ids";
import { listRequest } from "@/lib/kernel/listing";
import { getProject } from "@/lib/projects/queries";
import { sumProjectTime } from "@/lib/time/project-time";
import { listTimeEntries } from "@/lib/time/queries";
import { timeColumns, timeRow } from "../../time/time-table";
import { ProjectActions } from "./project-actions";
import { ProjectFacts, ProjectTime } from "./project-facts";

export const metadata: Metadata = { title: "Project" };

export default async function ProjectPage({ params }: PageProps<"/c/[company]/projects/[projectId]">) {
  const scope = await enter(params, "projects.read", "time.read");
  const projectId = idOf("project", (await params).projectId);
  const project = await orNotFound(getProject(scope, projectId));
  const newest = listRequest({ project: projectId }, { sorts: ["day"], defaultSort: "-day", filters: ["project"] });
  const [time, spent, entries, facts] = await Promise.all([
    sumProjectTime(scope, projectId),
    scope.can("expenses.read") ? spentOf(params, projectId) : null,
    listTimeEntries(scope, { ...newest, limit: 10 }),
    listTimeline(scope, { projectId }),
  ]);
  const home = `/c/${scope.company.slug}`;
  const isStaff = !scope.can("projects.write");
  return (
    <>
      <PageHeader
        title={project.label}
        breadcrumbs={[{ label: "Projects", href: `${home}/projects` }]}
        status={project.status === "closed" ? <Status of="project" status="closed" /> : null}
        actions={
          <ProjectActions
            home={home}
            companyId={scope.company.id}
            project={project}
            mayWrite={!isStaff}
            mayInvoice={scope.can("invoices.write") && time.unbilledMinutes > 0}
          />
        }
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        <ProjectTime time={time} budgetMinutes={project.budgetMinutes} />
        <ProjectFacts home={home} project={project} withMoney={!isStaff} />
        {spent ? (
          <Stat
            label={isStaff ? "Your expenses" : "Expenses"}
            value={<Money cents={spent.spentCents} currency />}
            href={`${home}/expenses?project=${projectId}`}
          />
        ) : null}
        <section className="space-y-3">
          <SectionHeading
            title={isStaff ? "Your latest time" : "Latest time"}
            actions={
              <TextLink href={`${home}/time?range=all&project=${projectId}`} className="text-sm">
                All time
              </TextLink>
            }
          />
          {entries.rows.length === 0 ? (
            <p className="text-text-muted">No time on this project yet.</p>
          ) : (
            <DataTable
              caption={`Latest time on ${project.label}`}
              columns={timeColumns({ withMember: !isStaff, withProject: false })}
              rows={entries.rows.map((entry) => timeRow(home, entry))}
              rowKey="id"
            />
          )}
        </section>
      </AsideLayout>
    </>
  );
}

async function spentOf(params: Promise<{ company: string }>, projectId: ProjectId) {
  return sumProjectExpenses(await enter(params, "expenses.read"), projectId);
}
