import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { listMembers } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { isPlainDate } from "@/lib/kernel/dates";
import { one } from "@/lib/kernel/listing";
import { createTimeEntryAction } from "../actions";
import { EntryForm } from "../entry-form";
import { pickableWork } from "../pickable-work";

export const metadata: Metadata = { title: "New time entry" };

export default async function NewTimePage({ params, searchParams }: PageProps<"/c/[company]/time/new">) {
  const scope = await enter(params, "time.write", "projects.read", "catalog.read", "members.read");
  const isManager = scope.can("time.return");
  const [work, members, query] = await Promise.all([
    pickableWork(scope),
    isManager ? listMembers(scope) : null,
    searchParams,
  ]);
  const home = `/c/${scope.company.slug}`;
  const day = one(query.day);
  return (
    <>
      <PageHeader title="New time entry" breadcrumbs={[{ label: "Time", href: `${home}/time` }]} />
      {work.projects.length === 0 ? (
        <EmptyFirst
          icon="briefcase"
          title="Time is entered on projects"
          why={isManager ? "There is no open project yet." : "There is no open project that you are assigned to."}
          action={
            scope.can("projects.write") ? (
              <LinkButton href={`${home}/projects/new`} variant="primary" icon="plus">
                New project
              </LinkButton>
            ) : null
          }
        />
      ) : (
        <EntryForm
          action={createTimeEntryAction}
          companyId={scope.company.id}
          home={home}
          work={work}
          members={members?.map(({ id, name }) => ({ value: id, label: name })) ?? null}
          start={{
            projectId: one(query.project),
            workedOn: isPlainDate(day) ? day : scope.today,
            memberId: scope.member.id,
          }}
          cancelHref={`${home}/time`}
        />
      )}
    </>
  );
}
